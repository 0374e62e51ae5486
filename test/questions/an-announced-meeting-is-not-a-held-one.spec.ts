import { newsroom } from './newsroom.js';

const reader = newsroom();

describe('Did the security advisers meet in Ukraine on 3 January?', () => {
  it('was announced, said the news of 2 January', async () => {
    const meeting = await reader.meeting('advisers-2026-01-03', 'on=2026-01-02');
    expect(meeting).toMatchObject({ status: 'announced', certainty: 'certain', scheduledFor: '2026-01-03' });
    expect(meeting.evidence).toEqual(['umerov-announces-participants']);
  });

  it('was still only announced on the day itself', async () => {
    expect(await reader.meeting('advisers-2026-01-03', 'on=2026-01-03')).toMatchObject({ status: 'announced' });
  });

  it('nobody ever reported it: neither held nor cancelled, from 4 January on', async () => {
    for (const day of ['2026-01-04', '2026-01-31']) {
      const meeting = await reader.meeting('advisers-2026-01-03', `on=${day}`);
      expect(meeting).toMatchObject({ status: 'elapsed-unreported', evidence: ['umerov-announces-participants'] });
    }
  });

  it('is still an announcement to who looks back from 31 January with the news of 2 January', async () => {
    expect(await reader.meeting('advisers-2026-01-03', 'asOf=2026-01-31&knownBy=2026-01-02')).toMatchObject({ status: 'announced' });
  });

  it('is announced by two persons but by one source, which confirms nothing', async () => {
    const announcements = await reader.reports('meeting=advisers-2026-01-03&type=MeetingAnnounced&on=2026-01-02');
    expect(announcements.map(({ id, source }) => `${source.id} ${id}`)).toEqual([
      'article-001 zelenskyy-announces-advisers-meeting',
      'article-001 umerov-announces-participants',
    ]);
  });
});

describe('Did Witkoff meet Putin on 2 December?', () => {
  it('was announced by the article and by the Kremlin, in one source', async () => {
    const meeting = await reader.meeting('kremlin-2025-12-02', 'on=2025-12-01');
    expect(meeting).toMatchObject({ status: 'announced', scheduledFor: '2025-12-02', evidence: ['kremlin-announces-us-delegation'] });
  });

  it('is not reported by any of the five articles, so it is not held', async () => {
    expect(await reader.meeting('kremlin-2025-12-02', 'on=2026-01-31')).toMatchObject({ status: 'elapsed-unreported' });
  });
});

describe('What of the Paris meeting was known when?', () => {
  it('was unknown on 30 December', async () => {
    expect(await reader.refusal('/meetings/paris-2026-01-06?on=2025-12-30')).toBe('not-visible');
  });

  it('was announced for 6 January, without a place, on 2 January', async () => {
    const meeting = await reader.meeting('paris-2026-01-06', 'on=2026-01-02');
    expect(meeting).toMatchObject({ status: 'announced', scheduledFor: '2026-01-06', evidence: ['zelenskyy-announces-leaders-meeting'] });
    expect(meeting.details.place).toEqual([]);
  });

  it('was perhaps confirmed on 5 January: the second source may be of that day or the next', async () => {
    expect(await reader.meeting('paris-2026-01-06', 'on=2026-01-05')).toMatchObject({ status: 'confirmed', certainty: 'possible' });
  });

  it('was confirmed by two sources on 6 January, and not yet reported as held', async () => {
    const meeting = await reader.meeting('paris-2026-01-06', 'on=2026-01-06');
    expect(meeting).toMatchObject({ status: 'confirmed', certainty: 'certain' });
    expect(meeting.evidence).toEqual(['white-house-confirms-delegation', 'paris-meeting-announced', 'zelenskyy-announces-leaders-meeting']);
  });

  it('is the 6th, which "this week" of the White House does not widen', async () => {
    const { scheduledFor, when, details } = await reader.meeting('paris-2026-01-06', 'on=2026-01-06');
    expect({ scheduledFor, when }).toEqual({ scheduledFor: '2026-01-06', when: '2026-01-06' });
    expect(details.schedule?.map(({ value }) => value)).toEqual(['2026-01-05/2026-01-11', '2026-01-06']);
  });

  it('was held on 6 January, as is known since the 7th', async () => {
    for (const axes of ['on=2026-01-07', 'asOf=2026-01-06', 'asOf=2026-01-06&knownBy=2026-01-07']) {
      const meeting = await reader.meeting('paris-2026-01-06', axes);
      expect(meeting).toMatchObject({ status: 'held', certainty: 'certain', evidence: ['paris-conference-held'] });
    }
  });

  it('has two accounts of who hosted it: neither is dropped', async () => {
    const { details } = await reader.meeting('paris-2026-01-06', 'on=2026-01-07');
    expect(details.hosts).toEqual([
      { value: ['emmanuel-macron'], evidence: ['paris-conference-held'] },
      { value: ['emmanuel-macron', 'keir-starmer'], evidence: ['paris-meeting-announced'] },
    ]);
  });

  it('expected Rutte; that he came is not reported', async () => {
    const { attendance } = await reader.meeting('paris-2026-01-06', 'on=2026-01-31');
    const rutte = attendance.filter(({ actor }) => actor === 'mark-rutte');
    expect(rutte).toMatchObject([{ as: 'expected', evidence: ['paris-meeting-announced'] }]);
  });
});

describe('Which meetings passed without a word?', () => {
  it('are four by the end of January; the possible meeting of three was never scheduled', async () => {
    expect(await reader.meetings('status=elapsed-unreported&on=2026-01-31')).toEqual([
      'advisers-2026-01-03: elapsed-unreported',
      'french-parties-2026-01-08: elapsed-unreported',
      'kremlin-2025-12-02: elapsed-unreported',
      'kyiv-driscoll-2025-12: elapsed-unreported',
    ]);
    expect(await reader.meetings('status=mentioned&on=2026-01-31')).toEqual(['trilateral: mentioned']);
  });

  it('says announced of the talk with the French parties on the eve of it', async () => {
    const meeting = await reader.meeting('french-parties-2026-01-08', 'on=2026-01-07');
    expect(meeting).toMatchObject({ status: 'announced', scheduledFor: '2026-01-08', evidence: ['macron-to-receive-party-leaders'] });
  });
});
