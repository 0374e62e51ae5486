import type { JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import type { Step } from '../../../src/rules/replay/step.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import { position, Story } from '../../support/histories-by-hand.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { walk } from './walk.js';

const issue = { title: 'Other', parent: null, description: null, principals: [] };

async function stepsOf(story: Story, query: JourneyQuery = {}): Promise<Step[]> {
  using indexed = new IndexedLog(story.log);
  const { readModel } = indexed;
  return await walk(readModel, query);
}

/** What is told of each step, in brief. */
function brief({ day, position: at, cause, changes }: Step) {
  return [day ?? at, cause, changes.map(({ path, because }) => [path, because])];
}

describe('on the axis published', () => {
  it('a meeting whose date has passed is changed by the day', async () => {
    const story = new Story();
    story.meeting('MeetingAnnounced', 'announced', { scheduledFor: '2026-01-10' }, { issues: ['i'] });
    const steps = await stepsOf(story);
    expect(steps.map(brief)).toEqual([
      ['2026-01-05', { report: 'announced' }, [['meetings/m', [{ report: 'announced' }]]]],
      ['2026-01-11', { day: '2026-01-11' }, [['meetings/m', [{ day: '2026-01-11' }]]]],
    ]);
    expect(steps[1]?.changes[0]).toMatchObject({ issue: 'i', before: { status: 'announced' }, after: { status: 'elapsed-unreported' } });
    expect(steps[1]).not.toHaveProperty('report');
  });

  it('a statement that expires is changed by the day after its last', async () => {
    const story = new Story();
    story.position('offer', 'a', 'supports', { until: '2026-01-08' });
    const both = (because: object[]) => ['convergence', 'stances/a/proposition:p'].map((path) => [path, because]);
    expect((await stepsOf(story)).map(brief)).toEqual([
      ['2026-01-05', { report: 'offer' }, both([{ report: 'offer' }])],
      ['2026-01-09', { day: '2026-01-09' }, both([{ day: '2026-01-09' }])],
    ]);
  });

  it("a publisher's correction shows on the day of its erratum", async () => {
    const story = new Story();
    story.position('stated', 'a', 'supports');
    story.correct('2026-01-15', position('stated', 'a', 'rejects'));
    const steps = await stepsOf(story);
    expect(steps.map(({ day, cause }) => [day, cause])).toEqual([
      ['2026-01-05', { report: 'stated' }],
      ['2026-01-15', { report: 'stated', by: 'correction' }],
    ]);
    expect(steps[1]?.changes).toMatchObject([{ before: { modality: 'supports' }, after: { modality: 'rejects' } }]);
    expect(steps[1]?.report).toEqual({
      id: 'stated',
      type: 'PositionStated',
      summary: 'summary of stated',
      source: 'early',
      occurred: null,
    });
  });

  it('a correction that says the same, in whatever order, is no cause', async () => {
    const story = new Story();
    const { event } = story.meeting('MeetingAnnounced', 'announced', { scheduledFor: '2026-01-10' }, { issues: ['i'] });
    const turned = Object.fromEntries(Object.entries(event).reverse());
    story.correct('2026-01-11', turned as unknown as ReportContent);
    const [, elapsed] = (await stepsOf(story)).map(brief);
    expect(elapsed).toEqual(['2026-01-11', { day: '2026-01-11' }, [['meetings/m', [{ day: '2026-01-11' }]]]]);
  });

  it('the evidence of several targets is named in the order of their ids, whichever came first', async () => {
    const story = new Story();
    story.position('first', 'a', 'supports');
    story.agreement('both', ['b'], ['q', 'p'], { source: 'next' });
    story.position('second', 'a', 'supports', { proposition: 'q', source: 'next' });
    for (const id of ['noted', 'noted-too']) story.position(id, 'a', 'supports', { proposition: 'q', form: 'analysis', source: 'next' });
    const steps = await stepsOf(story);
    const [change] = steps.flatMap(({ changes }) => changes.filter(({ path, after }) => path === 'convergence' && after === 'open'));
    expect(change?.because).toEqual([{ report: 'both' }, { report: 'second' }, { report: 'first' }]);
  });

  it('a retracted report is told as gone', async () => {
    const story = new Story();
    story.position('stated', 'a', 'supports');
    story.remove('ReportRetracted', 'stated', '2026-01-15');
    const [, gone] = await stepsOf(story);
    expect(gone).toMatchObject({ step: 2, day: '2026-01-15', cause: { report: 'stated', by: 'retraction' }, report: null });
    expect(gone?.changes).toMatchObject([
      { before: 'one-sided', after: 'unknown', because: [{ report: 'stated', by: 'retraction' }] },
      { after: null, because: [{ report: 'stated', by: 'retraction' }] },
    ]);
  });

  it('from possible to certain is the work of the day', async () => {
    const story = new Story();
    story.source('week', '2026-01-10/2026-01-12');
    story.position('stated', 'a', 'supports', { source: 'week' });
    const steps = await stepsOf(story);
    expect(steps.map(({ day, cause }) => [day, cause])).toEqual([
      ['2026-01-10', { report: 'stated' }],
      ['2026-01-12', { day: '2026-01-12' }],
    ]);
    expect(steps[1]?.changes).toMatchObject([{ before: { certainty: 'possible' }, after: { certainty: 'certain' } }]);
  });

  it('a report that only becomes visible when it is certain is then a cause itself', async () => {
    const story = new Story();
    story.source('week', '2026-01-10/2026-01-12');
    story.position('stated', 'a', 'supports', { source: 'week' });
    const steps = await stepsOf(story, { certainty: 'certain' });
    expect(steps.map(({ day, cause }) => [day, cause])).toEqual([['2026-01-12', { report: 'stated' }]]);
  });

  it('a change is told once, with the last of the reports that touch it on that day', async () => {
    const story = new Story();
    story.position('for', 'a', 'demands');
    story.position('aside', 'c', 'supports', { proposition: 'q' });
    story.position('against', 'b', 'rejects');
    expect((await stepsOf(story)).map(brief)).toEqual([
      ['2026-01-05', { report: 'for' }, [['stances/a/proposition:p', [{ report: 'for' }]]]],
      ['2026-01-05', { report: 'aside' }, [['stances/c/proposition:q', [{ report: 'aside' }]]]],
      [
        '2026-01-05',
        { report: 'against' },
        [
          ['blockers/p', [{ report: 'for' }, { report: 'against' }]],
          ['convergence', [{ report: 'for' }, { report: 'against' }]],
          ['stances/b/proposition:p', [{ report: 'against' }]],
        ],
      ],
    ]);
  });

  it('convergence goes from unknown, never from null', async () => {
    const story = new Story();
    story.position('for', 'a', 'demands');
    story.position('against', 'b', 'rejects');
    const changes = (await stepsOf(story)).flatMap((step) => step.changes);
    expect(changes.find(({ path }) => path === 'convergence')).toMatchObject({ issue: 'i', before: 'unknown', after: 'opposed' });
  });

  it('a blocker is closed by the report that resolves it', async () => {
    const story = new Story();
    story.assessment('stuck', { blocker: true, about: { issue: 'i' } });
    story.assessment('free', { resolves: 'stuck' }, { source: 'next' });
    expect((await stepsOf(story)).map(brief)).toEqual([
      ['2026-01-05', { report: 'stuck' }, [['blockers/stuck', [{ report: 'stuck' }]]]],
      ['2026-01-06', { report: 'free' }, [['blockers/stuck', [{ report: 'stuck' }]]]],
    ]);
  });

  it('a meeting leaves the negotiation for the first issue that a report ties it to', async () => {
    const story = new Story();
    story.meeting('MeetingAnnounced', 'announced', { scheduledFor: '2026-03-01' });
    story.position('said-there', 'a', 'supports', { meeting: 'm', source: 'next' });
    const [, tied] = await stepsOf(story);
    expect(tied?.changes.map(({ issue: of, path, before, after }) => [of, path, before !== null, after !== null])).toEqual([
      ['i', 'convergence', true, true],
      ['i', 'meetings/m', false, true],
      ['i', 'stances/a/proposition:p', false, true],
      [null, 'meetings/m', true, false],
    ]);
  });

  it('what is visible from ever is told on the first day on which anything may change', async () => {
    const story = new Story();
    story.source('old', '../2025-12-01');
    story.position('stated', 'a', 'supports', { source: 'old' });
    expect((await stepsOf(story)).map(({ day, cause }) => [day, cause])).toEqual([
      ['2025-12-01', { report: 'stated' }],
      ['2026-01-01', { day: '2026-01-01' }],
    ]);
    expect((await stepsOf(story, { to: '2025-11-01' })).map(({ day }) => day)).toEqual(['2025-11-01']);
    expect(await stepsOf(story, { from: '2025-12-01', to: '2025-12-31' })).toEqual([]);
  });

  it('with asOf fixed it ends where K has no limit', async () => {
    const story = new Story();
    story.position('stated', 'a', 'supports');
    story.correct('2026-01-15/..', position('stated', 'a', 'rejects'));
    const steps = await stepsOf(story, { asOf: '2026-01-31' });
    expect(steps.map(({ day, cause }) => [day, cause])).toEqual([
      ['2026-01-05', { report: 'stated' }],
      [null, { report: 'stated', by: 'correction' }],
    ]);
  });
});

describe('on the axis recorded', () => {
  it('each event is a step, and a new title is changed by the event', async () => {
    const story = new Story();
    const said = story.meeting('MeetingAnnounced', 'announced', { scheduledFor: '2026-03-01' }, { issues: ['i'] });
    const renamed = story.define('meeting', 'm', { title: 'Summit', aliases: [] }, 'changed');
    const steps = await stepsOf(story, { axis: 'recorded' });
    expect(steps).toHaveLength(story.log.length);
    const [report, title] = steps.slice(-2);
    expect(report).toMatchObject({ position: String(said.position), cause: { report: 'announced' }, report: { id: 'announced' } });
    expect(title).toMatchObject({ position: String(renamed.position), cause: { event: 'MeetingChanged', entry: 'm' } });
    expect(title?.changes).toMatchObject([{ issue: 'i', before: { title: 'Meeting' }, after: { title: 'Summit' } }]);
  });

  it('new words of the registry show wherever they stand', async () => {
    const story = new Story();
    story.position('for', 'a', 'demands');
    story.position('against', 'b', 'rejects');
    story.position('on-plan', 'a', 'supports', { plan: 'one' });
    story.define('proposition', 'p', { issue: 'i', text: 'other words' }, 'changed');
    story.define('plan', 'one', { title: 'Other', aliases: [] }, 'changed');
    story.define('issue', 'i', { ...issue, principals: ['a', 'c'] }, 'changed');
    const steps = await stepsOf(story, { axis: 'recorded' });
    expect(steps.slice(-3).map(({ changes }) => changes.map(({ path }) => path))).toEqual([
      ['blockers/p', 'stances/a/proposition:p', 'stances/b/proposition:p'],
      ['plans/one', 'stances/a/plan:one'],
      ['blockers/p', 'convergence'],
    ]);
  });

  it("a source's new date and its withdrawal change the reports that name it", async () => {
    const story = new Story();
    story.position('stated', 'a', 'supports');
    story.source('early', '2026-01-04', 'changed');
    story.remove('SourceWithdrawn', 'early', null);
    const steps = (await stepsOf(story, { axis: 'recorded', asOf: '2026-01-31' })).slice(-2);
    expect(steps.map(({ cause }) => cause)).toEqual([
      { event: 'SourceChanged', entry: 'early' },
      { event: 'SourceWithdrawn', entry: 'early' },
    ]);
    expect(steps[0]?.changes).toMatchObject([
      { before: { since: '../2026-01-05' }, after: { since: '../2026-01-04' }, because: [{ report: 'stated', by: 'source-change' }] },
    ]);
    const because = [{ report: 'stated', by: 'withdrawal' }];
    expect(steps[1]?.changes).toMatchObject([
      { after: 'unknown', because },
      { after: null, because },
    ]);
  });

  it('the way from a position is the rest of the whole way', async () => {
    const story = new Story();
    story.position('for', 'a', 'demands');
    const middle = story.position('against', 'b', 'rejects');
    story.position('softer', 'b', 'open-to', { source: 'next' });
    const unnumbered = (steps: Step[]) => steps.map(({ step: _, ...rest }) => rest);
    const whole = unnumbered(await stepsOf(story, { axis: 'recorded' }));
    const rest = unnumbered(await stepsOf(story, { axis: 'recorded', from: `@${String(middle.position)}` }));
    expect(rest).toHaveLength(1);
    expect(rest).toEqual(whole.slice(-1));
  });

  it('what is not seen at D and K is a step without changes', async () => {
    const story = new Story();
    story.position('later', 'a', 'supports', { source: 'late' });
    const last = (await stepsOf(story, { axis: 'recorded', knownBy: '2026-01-10' })).at(-1);
    expect(last).toMatchObject({ cause: { report: 'later' }, report: null, changes: [] });
  });
});

it('with an issue, only its steps and changes are told', async () => {
  const story = new Story();
  story.define('issue', 'j', issue);
  story.define('proposition', 'r', { issue: 'j', text: 'text of r' });
  story.position('here', 'a', 'supports');
  story.position('there', 'a', 'supports', { proposition: 'r' });
  story.agreement('both', ['a', 'b'], ['p', 'r'], { source: 'next' });
  story.assessment('silent', { about: { issue: 'j' } }, { source: 'late' });
  const steps = await stepsOf(story, { issue: 'j' });
  expect(steps.map(({ step, cause }) => [step, cause])).toEqual([
    [1, { report: 'there' }],
    [2, { report: 'both' }],
    [3, { report: 'silent' }],
  ]);
  expect(new Set(steps.flatMap((step) => step.changes.map((change) => change.issue)))).toEqual(new Set(['j']));
});

it('a blocker with the id of a proposition has a path of its own', async () => {
  const story = new Story();
  story.assessment('p', { blocker: true, about: { issue: 'i' } });
  story.position('for', 'a', 'demands');
  story.position('against', 'b', 'rejects');
  const changes = (await stepsOf(story)).flatMap((step) => step.changes);
  expect(changes.map(({ path }) => path).filter((path) => path.startsWith('blockers/'))).toEqual(['blockers/report:p', 'blockers/p']);
});

it('a blocker yields its path where a proposition with its id is recorded later', async () => {
  const story = new Story();
  story.assessment('r', { blocker: true, about: { issue: 'i' } });
  story.define('proposition', 'r', { issue: 'i', text: 'text of r' });
  const last = (await stepsOf(story, { axis: 'recorded' })).at(-1);
  expect(last?.changes.map(({ path, after }) => [path, after !== null])).toEqual([
    ['blockers/r', false],
    ['blockers/report:r', true],
  ]);
});
