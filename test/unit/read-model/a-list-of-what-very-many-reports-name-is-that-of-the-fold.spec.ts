import { QuestionDropped } from '../../../src/ports/question-errors.js';
import { QuestionLimit } from '../../../src/read-model/reading/question-limit.js';
import { foldReports, type ReportsAsked } from '../../oracle/fold-reports.js';
import { on, position, Story } from '../../support/histories-by-hand.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { Views } from '../../support/views.js';

/** So many that a list goes along its axis: fewer are put in order themselves. */
const REPORTS = 2_600;
const SOURCES = 40;

const story = new Story();
for (let i = 0; i < SOURCES; i += 1) story.source(`s-${String(i)}`, dayOf(i * 17));
for (let i = 0; i < REPORTS; i += 1) {
  const told = { source: `s-${String(i % SOURCES)}`, ...(i % 3 === 0 && { occurred: dayOf(i * 29) }) };
  story.position(`r-${String(i)}`, i % 13 === 0 ? 'b' : 'a', 'demands', { ...told, proposition: i % 2 === 0 ? 'p' : 'q' });
}
for (let i = 0; i < REPORTS; i += 97) {
  story.correct(null, position(`r-${String(i)}`, i % 2 === 0 ? 'a' : 'c', 'rejects', { source: `s-${String(i % SOURCES)}` }));
}
for (let i = 5; i < REPORTS; i += 101) story.remove('ReportRetracted', `r-${String(i)}`, null);
const indexed = new IndexedLog(story.log);
const views = new Views(indexed.readModel);
const recordedBy = story.log.at(-1)?.position ?? 0n;
afterAll(() => {
  indexed[Symbol.dispose]();
});

/** A day of November and December. */
function dayOf(number: number): string {
  return `2025-${String(11 + (number % 2))}-${String(1 + (number % 30)).padStart(2, '0')}`;
}

it.each<ReportsAsked>([
  { axis: 'occurred', party: 'a' },
  { axis: 'published', party: 'a' },
  { axis: 'recorded', party: 'a' },
  { axis: 'occurred', party: ['a', 'b'], issue: 'i', type: 'PositionStated' },
  { axis: 'recorded', party: ['a', 'b', 'c'], issue: 'i' },
  { axis: 'published', issue: 'i', q: 'r-1' },
  { axis: 'recorded', issue: 'i', source: 's-7' },
])('%j, page by page', async ({ axis, ...named }) => {
  for (const at of [on('2026-03-01', { recordedBy }), on('2025-12-10', { recordedBy })]) {
    const { q, party, issue, type, source } = named;
    const asked = { axis, q, party: listed(party), issue: listed(issue), type: listed(type), source: listed(source) };
    const items = await views.reports('n', at, { ...asked, limit: '400' });
    const folded = foldReports(story.log, 'n', at, { axis, ...named }).map(({ id }) => id);
    expect(items.map(({ id }) => id)).toEqual(folded);
    expect(folded.length).toBeGreaterThan(0);
  }
});

function listed(of: string | readonly string[] | undefined): string | string[] | undefined {
  return typeof of === 'object' ? [...of] : of;
}

it('others have their turn in between, and it goes no further once the client has left', async () => {
  const dropped = new Int32Array(new SharedArrayBuffer(4));
  const asked = new QuestionLimit(dropped, Infinity).within(() =>
    views.reports('n', on('2026-03-01', { recordedBy }), { issue: 'i', q: 'r', limit: '1' }),
  );
  setImmediate(() => Atomics.store(dropped, 0, 1));
  await expect(asked).rejects.toThrow(QuestionDropped);
});
