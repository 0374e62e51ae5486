import { foldReports } from '../../oracle/fold-reports.js';
import { on, position, Story } from '../../support/histories-by-hand.js';

const visible = (story: Story, at = on('2026-01-31')) =>
  foldReports(story.log, 'n', at).map(({ id, certainty, uncertain }) => [id, certainty, ...uncertain].join(' '));
const modality = (story: Story, at = on('2026-01-31')) =>
  foldReports(story.log, 'n', at).map(({ content }) => content.type === 'PositionStated' && content.data.modality);

describe('visible', () => {
  it('lowers what lies after the publication to its last day', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts', { occurred: '2026-01-10/..' });
    expect(visible(story, on('2026-01-04'))).toEqual([]);
    expect(visible(story, on('2026-01-05'))).toEqual(['r certain']);
  });

  it('takes the published window where nothing is said of when it occurred', () => {
    const story = new Story();
    story.source('weekly', '2026-01-10/2026-01-12');
    story.position('r', 'a', 'accepts', { source: 'weekly' });
    expect(visible(story, on('2026-01-10'))).toEqual(['r possible occurred']);
    expect(visible(story, on('2026-01-12'))).toEqual(['r certain']);
    expect(visible(story, on('2026-01-11', { knownBy: '2026-01-11' }))).toEqual(['r possible occurred published']);
    expect(visible(story, on('2026-01-12', { knownBy: '2026-01-09' }))).toEqual([]);
  });

  it('sees an open start at once, as possible until its end', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts', { occurred: '../2025-12-01' });
    expect(visible(story, on('2020-01-01'))).toEqual(['r possible occurred']);
    expect(visible(story, on('2020-01-01', { certainty: 'certain' }))).toEqual([]);
    expect(visible(story, on('2025-12-01', { certainty: 'certain' }))).toEqual(['r certain']);
  });

  it('takes an open end of publication as certain only without a limit', () => {
    const story = new Story();
    story.source('undated', '2026-01-01/..');
    story.position('r', 'a', 'accepts', { source: 'undated', occurred: '2026-01-02' });
    expect(visible(story)).toEqual(['r certain']);
    expect(visible(story, on('2026-01-31', { knownBy: '2030-01-01' }))).toEqual(['r possible published']);
  });

  it('counts a source as dated at R', () => {
    const story = new Story();
    const report = story.position('r', 'a', 'accepts');
    story.source('early', '2026-01-15', 'changed');
    expect(visible(story, on('2026-01-10'))).toEqual([]);
    expect(visible(story, on('2026-01-10', { recordedBy: report.position }))).toEqual(['r certain']);
    expect(visible(story, on('2026-01-10', { recordedBy: report.position - 1n }))).toEqual([]);
  });
});

describe('in force', () => {
  it('follows the publisher from the erratum on, and us on every K', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.correct('2026-01-08', position('r', 'a', 'rejects'));
    story.position('s', 'b', 'accepts');
    story.correct(null, position('s', 'b', 'objects'));
    expect(modality(story, on('2026-01-31', { knownBy: '2026-01-07' }))).toEqual(['accepts', 'objects']);
    expect(modality(story, on('2026-01-31', { knownBy: '2026-01-08' }))).toEqual(['rejects', 'objects']);
  });

  it('takes a coding correction along with the version that it corrects', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.correct('2026-01-08', position('r', 'a', 'rejects'));
    story.correct(null, position('r', 'a', 'red-line'));
    expect(modality(story, on('2026-01-31', { knownBy: '2026-01-07' }))).toEqual(['accepts']);
    expect(modality(story, on('2026-01-31', { knownBy: '2026-01-08' }))).toEqual(['red-line']);
  });

  it('takes the last version in force, not that of the latest erratum', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.correct('2026-01-12', position('r', 'a', 'rejects'));
    story.correct('2026-01-08', position('r', 'a', 'demands'));
    expect(modality(story, on('2026-01-31', { knownBy: '2026-01-09' }))).toEqual(['demands']);
    expect(modality(story, on('2026-01-31', { knownBy: '2026-01-12' }))).toEqual(['demands']);
  });

  it('dates a report by the source of the content in force, and orders it by its first recording', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.position('s', 'a', 'accepts', { source: 'late' });
    story.correct(null, position('r', 'a', 'accepts', { source: 'late' }));
    expect(visible(story, on('2026-01-10'))).toEqual([]);
    expect(visible(story)).toEqual(['r certain', 's certain']);
  });

  it('removes what the publisher retracted from then on, what we retracted altogether', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    const last = story.position('s', 'a', 'accepts');
    story.remove('ReportRetracted', 'r', '2026-01-08');
    story.remove('ReportRetracted', 's', null);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-07' }))).toEqual(['r certain']);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-08' }))).toEqual([]);
    expect(visible(story, on('2026-01-31', { recordedBy: last.position }))).toEqual(['r certain', 's certain']);
  });

  it('counts a retraction that was our mistake nowhere, once it is taken back', () => {
    const story = new Story();
    story.position('ours', 'a', 'accepts');
    story.position('theirs', 'a', 'accepts');
    story.remove('ReportRetracted', 'ours', null);
    const before = story.remove('ReportRetracted', 'theirs', '2026-01-08');
    story.restore('ReportReinstated', 'ours', null);
    story.restore('ReportReinstated', 'theirs', null);
    for (const knownBy of ['2026-01-07', '2026-01-08', '2026-01-31']) {
      expect(visible(story, on('2026-01-31', { knownBy }))).toEqual(['ours certain', 'theirs certain']);
    }
    expect(visible(story, on('2026-01-31', { recordedBy: before.position }))).toEqual([]);
  });

  it('takes a publisher back on its word from the day on which it takes the retraction back', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.remove('ReportRetracted', 'r', '2026-01-08');
    story.restore('ReportReinstated', 'r', '2026-01-12');
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-07' }))).toEqual(['r certain']);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-11' }))).toEqual([]);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-12' }))).toEqual(['r certain']);
  });

  it('lets the last recorded decide of what counts at K, not the last published', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.remove('ReportRetracted', 'r', null);
    story.restore('ReportReinstated', 'r', '2026-01-12');
    story.remove('ReportRetracted', 'r', '2026-01-08');
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-07' }))).toEqual([]);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-31' }))).toEqual([]);
    story.restore('ReportReinstated', 'r', null);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-07' }))).toEqual([]);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-08' }))).toEqual(['r certain']);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-12' }))).toEqual(['r certain']);
  });

  it('readmits with a source its reports, but for those that are retracted themselves', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.position('s', 'a', 'accepts');
    story.remove('SourceWithdrawn', 'early', '2026-01-08');
    story.remove('ReportRetracted', 's', null);
    story.restore('SourceReadmitted', 'early', '2026-01-12');
    story.position('later', 'a', 'accepts');
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-08' }))).toEqual([]);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-12' }))).toEqual(['r certain', 'later certain']);
    story.restore('ReportReinstated', 's', null);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-12' }))).toEqual(['r certain', 's certain', 'later certain']);
  });

  it('removes with a source every report whose content in force names it, later ones too', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts');
    story.position('moved-away', 'a', 'accepts');
    story.correct('2026-01-08', position('moved-away', 'a', 'accepts', { source: 'next' }));
    story.remove('SourceWithdrawn', 'early', null);
    story.position('later', 'a', 'accepts');
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-07' }))).toEqual([]);
    expect(visible(story, on('2026-01-31', { knownBy: '2026-01-08' }))).toEqual(['moved-away certain']);
  });
});
