import { ChangesReader } from '../../../src/read-model/replaying/changes-reader.js';
import type { JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import type { Change } from '../../../src/rules/replay/change.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import { position, Story } from '../../support/histories-by-hand.js';
import { reportedDate } from '../../support/histories-registry.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { walk, wayOf } from './walk.js';

/** What changed between two points, by path; of no issue behind a `/`. */
async function changesOf(story: Story, query: JourneyQuery): Promise<Record<string, Change>> {
  using indexed = new IndexedLog(story.log);
  const { readModel } = indexed;
  const reader = new ChangesReader(readModel.rows, 'n', await wayOf(readModel, query));
  const changes = (await Promise.all((await reader.sources()).map((source) => reader.of(source)))).flat();
  return Object.fromEntries(changes.map((change) => [`${change.issue === null ? '/' : ''}${change.path}`, change]));
}

/** The same, told step by step. */
async function toldOf(story: Story, query: JourneyQuery): Promise<(readonly [day: string | null | undefined, Change])[]> {
  using indexed = new IndexedLog(story.log);
  const steps = await walk(indexed.readModel, query);
  return steps.flatMap(({ day, changes }) => changes.map((change) => [day, change] as const));
}

/** `a` demands, `b` rejects, and many speak about both. */
function dispute(): Story {
  const story = new Story({ principals: ['a', 'b'] });
  story.position('for', 'a', 'demands', { by: ['a'] });
  story.position('against', 'b', 'rejects', { by: ['b'] });
  return story;
}

describe('of many reports on an issue', () => {
  it('the one that moved it is named, with the one whose place it took', async () => {
    const story = dispute();
    for (let i = 0; i < 4; i += 1) story.position(`guess-${String(i)}`, 'b', 'red-line', { form: 'analysis', source: 'next' });
    for (let i = 0; i < 4; i += 1) story.assessment(`noted-${String(i)}`, { about: { proposition: 'p' } }, { source: 'next' });
    story.position('turn', 'b', 'accepts', { by: ['b'], source: 'next' });
    const changes = await changesOf(story, { from: '2026-01-05', to: '2026-01-06' });
    expect(changes.convergence).toMatchObject({
      before: 'opposed',
      after: 'agreed-in-principle',
      because: [{ report: 'turn' }, { report: 'against' }],
    });
  });

  it('a correction of one that says the same is not what moved it', async () => {
    const story = new Story({ principals: ['a', 'b'] });
    story.position('for', 'a', 'demands', { by: ['a'] });
    const { event } = story.position('against', 'b', 'rejects', { by: ['b'] });
    story.correct('2026-01-06', event as ReportContent);
    story.position('turn', 'b', 'accepts', { by: ['b'], source: 'next' });
    const changes = await changesOf(story, { from: '2026-01-05', to: '2026-01-06' });
    expect(changes.convergence?.because).toEqual([{ report: 'turn' }, { report: 'against' }]);
  });

  it('what stands in one of the two lists of evidence is named, though it moved nothing itself', async () => {
    const story = dispute();
    story.assessment('stuck', { blocker: true, about: { issue: 'i' } });
    story.assessment('free', { resolves: 'stuck' }, { source: 'next' });
    story.position('turn', 'b', 'accepts', { by: ['b'], source: 'next' });
    const changes = await changesOf(story, { from: '2026-01-05', to: '2026-01-06' });
    expect(changes['blockers/stuck']?.because).toEqual([{ report: 'stuck' }]);
    expect(changes['blockers/p']?.because).toEqual([{ report: 'for' }, { report: 'against' }]);
  });

  it('those on the way that touch the element are named where both lists are the same', async () => {
    const story = new Story();
    story.position('old', 'a', 'objects', { occurred: '2026-01-02' });
    story.position('offer', 'a', 'supports', { occurred: '2026-01-03', until: '2026-01-04', source: 'next' });
    story.position('beside', 'b', 'objects', { source: 'next' });
    const changes = await changesOf(story, { from: '2026-01-05', to: '2026-01-06' });
    expect(changes['stances/a/proposition:p']).toMatchObject({
      before: { lapsed: null, evidence: ['old'] },
      after: { lapsed: { report: 'offer' }, evidence: ['old'] },
      because: [{ report: 'offer' }],
    });
  });

  it('one that counts again when another expires is named only where it came on the way', async () => {
    const story = new Story();
    story.position('old', 'a', 'objects', { occurred: '2026-01-02' });
    story.position('offer', 'a', 'supports', { occurred: '2026-01-03', until: '2026-01-15' });
    const told = await toldOf(story, { from: '2026-01-05', to: '2026-01-20' });
    const after = { modality: 'objects', evidence: ['old'] };
    expect(told).toMatchObject([['2026-01-16', { path: 'stances/a/proposition:p', after, because: [{ day: '2026-01-16' }] }]]);
    const [early, late] = [await changesOf(story, { from: '2026-01-05', to: '2026-01-20' }), await changesOf(story, { to: '2026-01-20' })];
    expect(early['stances/a/proposition:p']?.because).toEqual([{ day: '2026-01-16' }]);
    expect(late['stances/a/proposition:p']?.because).toEqual([{ report: 'old' }]);
  });
});

describe('a report that counts otherwise is named with what makes it so', () => {
  const stance = 'stances/a/proposition:p';

  function story(amend: (story: Story) => void): Story {
    const told = new Story();
    told.position('stated', 'a', 'supports');
    amend(told);
    return told;
  }

  it.each<[by: string, amend: (story: Story) => void]>([
    ['correction', (told) => told.correct('2026-01-15', position('stated', 'a', 'rejects'))],
    ['retraction', (told) => told.remove('ReportRetracted', 'stated', '2026-01-15')],
    ['withdrawal', (told) => told.remove('SourceWithdrawn', 'early', '2026-01-15')],
    [
      'reinstatement',
      (told) => {
        told.remove('ReportRetracted', 'stated', '2026-01-08');
        told.restore('ReportReinstated', 'stated', '2026-01-15');
      },
    ],
    [
      'readmission',
      (told) => {
        told.remove('SourceWithdrawn', 'early', '2026-01-08');
        told.restore('SourceReadmitted', 'early', '2026-01-15');
      },
    ],
  ])('%s, in a step and in between', async (by, amend) => {
    const because = [{ report: 'stated', by }];
    const told = await toldOf(story(amend), { from: '2026-01-10', to: '2026-01-20' });
    expect(told.filter(([, { path }]) => path === stance)).toMatchObject([['2026-01-15', { because }]]);
    const changes = await changesOf(story(amend), { from: '2026-01-10', to: '2026-01-20' });
    expect(changes[stance]?.because).toEqual(because);
  });

  it.each<[by: string, amend: (story: Story) => void]>([
    ['correction', (told) => told.correct(null, position('stated', 'a', 'rejects'))],
    ['retraction', (told) => told.remove('ReportRetracted', 'stated', null)],
    ['withdrawal', (told) => told.remove('SourceWithdrawn', 'early', null)],
    ['source-change', (told) => told.source('early', '2026-01-04', 'changed')],
  ])('%s, on the recorded axis', async (by, amend) => {
    const told = story(amend);
    const from = `@${String(story(() => undefined).log.at(-1)?.position)}`;
    const changes = await changesOf(told, { axis: 'recorded', asOf: '2026-01-31', from });
    expect(changes[stance]?.because).toEqual([{ report: 'stated', by }]);
    const [step] = (await toldOf(told, { axis: 'recorded', asOf: '2026-01-31', from })).filter(([, { path }]) => path === stance);
    expect(step?.[1].because).toEqual([{ report: 'stated', by }]);
  });

  it('but not one that is told for the first time, already corrected', async () => {
    const told = story((amended) => amended.correct('2026-01-15', position('stated', 'a', 'rejects')));
    const changes = await changesOf(told, { from: '2026-01-01', to: '2026-01-20' });
    expect(changes[stance]?.because).toEqual([{ report: 'stated' }]);
    expect((await changesOf(told, { to: '2026-01-20' }))[stance]?.because).toEqual([{ report: 'stated' }]);
  });
});

describe('an issue that grows old', () => {
  it('is stale by the day, though nothing is told on it, and not any more by news', async () => {
    const story = new Story({ staleAfterDays: 3 });
    story.position('stated', 'a', 'supports');
    story.assessment('noted', { about: { issue: 'i' } }, { source: 'late' });
    story.assessment('guessed', { about: { issue: 'i' } }, { source: 'next', form: 'analysis' });
    const stale = (await toldOf(story, { to: '2026-01-20' })).filter(([, { path }]) => path === 'stale');
    expect(stale).toEqual([
      ['2026-01-09', { issue: 'i', path: 'stale', before: false, after: true, because: [{ day: '2026-01-09' }] }],
      ['2026-01-20', { issue: 'i', path: 'stale', before: true, after: false, because: [{ report: 'noted' }] }],
    ]);
    expect((await changesOf(story, { from: '2026-01-08', to: '2026-01-19' })).stale?.because).toEqual([{ day: '2026-01-09' }]);
    expect((await changesOf(story, { from: '2026-01-08', to: '2026-01-20' })).stale).toBeUndefined();
    expect((await changesOf(story, { from: '2026-01-10', to: '2026-01-20' })).stale?.because).toEqual([{ report: 'noted' }]);
  });

  it('is stale by the retraction of its last evidence, and by the limit of the negotiation', async () => {
    const story = new Story();
    story.position('stated', 'a', 'supports');
    story.position('again', 'a', 'supports', { source: 'late' });
    const before = story.log.at(-1)?.position ?? 0n;
    const retracted = story.remove('ReportRetracted', 'again', null);
    const opened = { title: 'Talks', opened: null, description: null, principals: [], staleAfterDays: 90 };
    story.define('negotiation', 'n', opened, 'changed');
    const way = (from: bigint, to?: bigint) => ({
      axis: 'recorded' as const,
      from: `@${String(from)}`,
      ...(to && { to: `@${String(to)}` }),
    });
    const asOf = '2026-02-18';
    expect((await changesOf(story, { ...way(before, retracted.position), asOf })).stale).toMatchObject({
      after: true,
      because: [{ report: 'again', by: 'retraction' }],
    });
    expect((await changesOf(story, { ...way(retracted.position), asOf })).stale).toMatchObject({
      after: false,
      because: [{ event: 'NegotiationChanged', entry: 'n' }],
    });
  });

  it('is stale on the day on which its last evidence is retracted, if what is left is old', async () => {
    const story = new Story({ staleAfterDays: 3 });
    story.position('stated', 'a', 'supports');
    story.position('again', 'a', 'supports', { source: 'next' });
    story.remove('ReportRetracted', 'again', '2026-01-09');
    const told = await toldOf(story, { from: '2026-01-06', to: '2026-01-20' });
    const because = [{ report: 'again', by: 'retraction' }];
    expect(told.filter(([, { path }]) => path === 'stale')).toMatchObject([['2026-01-09', { after: true, because }]]);
    expect((await changesOf(story, { from: '2026-01-06', to: '2026-01-20' })).stale?.because).toEqual(because);
  });

  it('is stale by the day though news came on the way, for news keeps it fresh', async () => {
    const story = new Story({ staleAfterDays: 3 });
    story.position('stated', 'a', 'supports');
    story.position('again', 'a', 'supports', { source: 'next' });
    const changes = await changesOf(story, { from: '2026-01-05', to: '2026-01-20' });
    expect(changes.stale).toMatchObject({ before: false, after: true, because: [{ day: '2026-01-10' }] });
  });

  it('has grown old by what was told, though its last evidence is another one by then', async () => {
    const story = new Story();
    story.source('by-then', '../2026-01-06');
    story.position('undated', 'a', 'supports', { source: 'by-then', until: '2026-01-10' });
    story.position('stated', 'a', 'supports', { source: 'early' });
    const changes = await changesOf(story, { asOf: '2026-02-07', from: '2025-12-24', to: '2026-01-06' });
    expect(changes.stale).toMatchObject({ before: false, after: true, because: [{ report: 'stated' }] });
  });

  it('is stale at once where the first that is told of it is old', async () => {
    const story = new Story({ staleAfterDays: 3 });
    story.position('stated', 'a', 'supports', { occurred: '2025-12-01' });
    const changes = await changesOf(story, { to: '2026-01-05' });
    expect(changes.stale).toMatchObject({ after: true, because: [{ report: 'stated' }] });
  });
});

describe('an agreement', () => {
  it('is told on its issues, or on none', async () => {
    const story = new Story();
    story.agreement('signed', ['a', 'b'], ['p']);
    story.agreement('on-nothing', ['a', 'b'], [], { source: 'next' });
    const changes = await changesOf(story, { to: '2026-01-20' });
    expect(changes['agreements/signed']).toMatchObject({
      issue: 'i',
      before: null,
      after: { report: 'signed', propositions: ['p'], certainty: 'certain' },
      because: [{ report: 'signed' }],
    });
    expect(changes['/agreements/on-nothing']).toMatchObject({ issue: null, because: [{ report: 'on-nothing' }] });
  });

  it('becomes certain by the day', async () => {
    const story = new Story();
    story.source('week', '2026-01-10/2026-01-12');
    story.agreement('signed', ['a', 'b'], ['p'], { source: 'week' });
    const changes = await changesOf(story, { from: '2026-01-11', to: '2026-01-20' });
    expect(changes['agreements/signed']).toMatchObject({
      before: { certainty: 'possible' },
      after: { certainty: 'certain' },
      because: [{ day: '2026-01-12' }],
    });
  });
});

describe('the age of a blocker', () => {
  const story = dispute();
  story.assessment('stuck', { blocker: true, about: { issue: 'i' } });
  story.assessment('free', { resolves: 'stuck' }, { source: 'late' });

  it('is no change from day to day', async () => {
    const told = await toldOf(story, { from: '2026-01-06', to: '2026-01-31' });
    expect(told.map(([day, { path }]) => [day, path])).toEqual([['2026-01-20', 'blockers/stuck']]);
    expect(await changesOf(story, { from: '2026-01-06', to: '2026-01-19' })).toEqual({});
  });

  it('is told as the queries tell it at both points', async () => {
    const told = await toldOf(story, { from: '2026-01-06', to: '2026-01-31' });
    expect(told).toMatchObject([['2026-01-20', { before: { ageDays: 14 }, after: null }]]);
    const changes = await changesOf(story, { from: '2026-01-08', to: '2026-01-31' });
    expect(changes['blockers/stuck']?.before).toMatchObject({ ageDays: 3 });
    const fromNothing = await changesOf(story, { to: '2026-01-19' });
    expect(fromNothing['blockers/stuck']?.after).toMatchObject({ ageDays: 14 });
  });

  it('is a change where its evidence turns out to be older', async () => {
    const told = new Story();
    const { event, position: recorded } = told.assessment('stuck', { blocker: true, about: { issue: 'i' } });
    told.correct(null, { ...(event as ReportContent), occurred: reportedDate('2025-12-31') });
    const changes = await changesOf(told, { axis: 'recorded', from: `@${String(recorded)}`, asOf: '2026-01-10' });
    expect(changes['blockers/stuck']).toMatchObject({
      before: { ageDays: 5 },
      after: { ageDays: 10 },
      because: [{ report: 'stuck', by: 'correction' }],
    });
  });
});

it('an issue whose only proposition moves is of nothing any more, and not stale', async () => {
  const story = new Story();
  story.define('issue', 'j', { title: 'Other', parent: null, description: null, principals: [] });
  story.position('for', 'a', 'demands', { by: ['a'] });
  const from = `@${String(story.log.at(-1)?.position)}`;
  story.define('proposition', 'p', { issue: 'j', text: 'text of p' }, 'changed');
  const told = await toldOf(story, { axis: 'recorded', asOf: '2026-02-18', from });
  expect(told.map(([, { issue, path, after }]) => [issue, path, after]).filter(([, , after]) => typeof after !== 'object')).toEqual([
    ['i', 'convergence', 'unknown'],
    ['i', 'stale', false],
    ['j', 'convergence', 'one-sided'],
    ['j', 'stale', true],
  ]);
});

it('a proposition that moves takes its elements with it', async () => {
  const story = new Story();
  story.define('issue', 'j', { title: 'Other', parent: null, description: null, principals: [] });
  story.position('for', 'a', 'demands', { by: ['a'], meeting: 'm' });
  story.position('against', 'b', 'rejects', { by: ['b'] });
  story.agreement('signed', ['c'], ['p', 'q']);
  const from = `@${String(story.log.at(-1)?.position)}`;
  story.define('proposition', 'p', { issue: 'j', text: 'text of p' }, 'changed');
  const told = await toldOf(story, { axis: 'recorded', asOf: '2026-02-18', from });
  expect(told.map(([, { issue, path, before, after }]) => [issue, path, before !== null, after !== null])).toEqual([
    ['i', 'blockers/p', true, false],
    ['i', 'convergence', true, true],
    ['i', 'meetings/m', true, false],
    ['i', 'stances/a/proposition:p', true, false],
    ['i', 'stances/b/proposition:p', true, false],
    ['i', 'stances/c/proposition:p', true, false],
    ['j', 'agreements/signed', false, true],
    ['j', 'blockers/p', false, true],
    ['j', 'convergence', true, true],
    ['j', 'meetings/m', false, true],
    ['j', 'stale', true, true],
    ['j', 'stances/a/proposition:p', false, true],
    ['j', 'stances/b/proposition:p', false, true],
    ['j', 'stances/c/proposition:p', false, true],
  ]);
  for (const [, { because }] of told) expect(because).toEqual([{ event: 'PropositionChanged', entry: 'p' }]);
});
