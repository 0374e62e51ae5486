import { Doubts } from '../../../src/commands/writing/doubts/doubts.js';
import { ToldEarlier } from '../../../src/commands/writing/doubts/told-earlier.js';
import type { SourceState } from '../../../src/commands/writing/source-state.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import { position } from '../../support/histories-by-hand.js';
import { reportedDate } from '../../support/histories-registry.js';
import { NOTHING_BESIDE } from '../../support/nothing-beside.js';

const PUBLISHED = { published: reportedDate('2026-01-05') };
const asked: string[] = [];
const doubts = new Doubts({
  ...NOTHING_BESIDE,
  of: async (incoming) => {
    asked.push(...incoming.map(({ id }) => id));
    return undefined;
  },
  daysOf: ({ occurred, published }) => windowOf(occurred ?? published),
  isOwnWord: ({ content }, party) => content.claim.by.includes(party),
});

/** Of party `a` on proposition `p`, by itself. */
const says = (id: string, modality: 'demands' | 'rejects', occurred = '2026-01-04'): ReportContent =>
  position(id, 'a', modality, { by: ['a'], proposition: 'p', source: 'early', occurred });

let told: ToldEarlier;
beforeEach(() => {
  asked.length = 0;
  told = new ToldEarlier();
});

async function warned(content: ReportContent, at: readonly string[] = []): Promise<string[]> {
  const source = { entry: PUBLISHED, removals: [] } as unknown as SourceState;
  const [warnings = []] = await doubts.of([{ references: [], brought: { content, source, at } }], undefined, told);
  return warnings.map(({ code, reports = [] }) => [code, ...reports].join(' '));
}

/** The import has brought the source and the proposition. */
function brought(): void {
  told.brings({ kind: 'source', id: 'early' });
  told.brings({ kind: 'proposition', id: 'p' });
}

it('of what was there before, whoever it is', async () => {
  await warned(says('one', 'demands'));
  told.brings({ kind: 'source', id: 'early' });
  await warned(says('two', 'demands', '2026-01-03'));
  expect(asked).toEqual(['one', 'two']);
});

it('of what it brought not, as long as its parties stay on their side', async () => {
  brought();
  await warned(says('one', 'demands'));
  await warned(says('two', 'demands', '2026-01-03'));
  expect(asked).toEqual([]);
  await warned(says('three', 'rejects', '2026-01-05'));
  expect(asked).toEqual(['three']);
});

it('of what it brought only where a party held the opposite on that day', async () => {
  brought();
  await warned(says('one', 'demands', '2026-01-02'));
  await warned(says('two', 'rejects', '2026-01-04'));
  expect(asked).toEqual(['two']);
  await warned(says('three', 'demands', '2026-01-03'));
  await warned(says('four', 'rejects', '2026-01-05'));
  await warned(says('five', 'rejects', '2026-01-01'));
  expect(asked).toEqual(['two']);
});

it('of all on which its party may have held something else, once that was amended or named as what went before', async () => {
  brought();
  await warned(says('one', 'rejects', '2026-01-02'));
  await warned(says('two', 'demands', '2026-01-03'));
  told.amends('two');
  await warned(says('three', 'demands', '2026-01-03'));
  await warned(says('four', 'demands', '2026-01-03'));
  expect(asked).toEqual(['two', 'three']);
});

it('of a correction, whosever word it was', async () => {
  brought();
  await warned(says('one', 'demands'));
  await warned(position('two', 'a', 'rejects', { by: ['somebody'], proposition: 'p', source: 'early' }), ['report']);
  expect(asked).toEqual(['two']);
});

it('of all again once something of it came to be otherwise', async () => {
  brought();
  told.forgetBrought();
  await warned(says('one', 'demands'));
  expect(asked).toEqual(['one']);
});

it.each(['source', 'person'] as const)('of all again once it changes a %s', async (kind) => {
  brought();
  told.changes({ kind: 'issue', id: 'i' });
  await warned(says('one', 'demands'));
  told.changes({ kind, id: 'another' });
  await warned(says('two', 'demands', '2026-01-03'));
  expect(asked).toEqual(['two']);
});

it('of what it brought not, however many reports it brings', async () => {
  brought();
  for (let i = 0; i < 20_000; i += 1) told.brings({ kind: 'report', id: String(i) });
  await warned(says('one', 'demands'));
  expect(asked).toEqual([]);
});

it('and what tells the same of the same days is told without being asked, in whatever words the days are given', async () => {
  brought();
  await warned(says('one', 'demands'));
  expect(await warned(says('two', 'demands', '2026-01-03'))).toEqual([]);
  expect(await warned(says('three', 'demands', '2026-01-04/2026-01-04'))).toEqual(['near-duplicate one']);
  expect(asked).toEqual([]);
});

it('the latest three first, as of single posts; a line that is decided again is told of none behind it, a correction of all others', async () => {
  brought();
  for (const id of ['one', 'two', 'three', 'four']) await warned(says(id, 'demands'));
  expect(await warned(says('five', 'demands'))).toEqual(['near-duplicate four three two']);
  expect(await warned(says('four', 'demands'))).toEqual(['near-duplicate three two']);
  expect(await warned(says('four', 'demands'), ['report'])).toEqual(['near-duplicate five three two']);
});
