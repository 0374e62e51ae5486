import { NEGOTIATION } from '../../bench/generator/history-options.js';
import { DAYS, FIRST_DAY } from '../../bench/generator/period.js';
import { Random } from '../../bench/generator/random.js';
import { LIST_KINDS } from '../../src/read-model/tables/list-kinds.js';
import { Lists } from '../../src/read-model/tables/lists.js';
import type { At } from '../../src/vocabulary/axes.js';
import { foldReports, type ReportItem } from '../oracle/fold-reports.js';
import { generatedLog } from '../support/generated-log.js';
import { IndexedLog } from '../support/indexed-log.js';
import { Views } from '../support/views.js';

const TIME_LIMIT_MS = 300_000;
/** Beyond what one index of words holds, so that some summaries are in it and others are gone through. */
const REPORTS = Number(process.env.TEXT_REPORTS ?? 8_000);
const TEXTS_AT_A_POINT = 4;
/** How far through the log, and which axes are asked there. */
const POINTS = [
  [1, ['occurred', 'published', 'recorded']],
  [0.97, ['published']],
  [0.3, ['occurred']],
] as const;

it(
  'whatever part of a summary is looked for, found is what holds it, in the order of each axis, at any R',
  async () => {
    const log = generatedLog({ seed: 11, reports: REPORTS, late: 0.05 });
    const random = new Random(11);
    using indexed = new IndexedLog(log);
    const views = new Views(indexed.readModel);
    expect(new Lists(indexed.readModel.rows).lengthOf(LIST_KINDS.summaryWords, 0)).toBeGreaterThan(0);
    const found = async (at: At, asked: Record<string, string>) => (await views.reports(NEGOTIATION, at, asked)).map(({ id }) => id);
    for (const [share, axes] of POINTS) {
      const recordedBy = BigInt(Math.floor(log.length * share));
      const at: At = { asOf: FIRST_DAY + DAYS, knownBy: Infinity, recordedBy, certainty: 'any' };
      for (const axis of axes) {
        const all = foldReports(log, NEGOTIATION, at, { axis });
        const holding = (q: string) =>
          all.filter(({ content }) => content.summary.toLowerCase().includes(q.toLowerCase())).map(({ id }) => id);
        for (const q of textsIn(all, random)) expect([q, await found(at, { axis, q })]).toEqual([q, holding(q)]);
        expect(await found(at, { axis, q: 'e', type: 'AssessmentMade' })).toEqual(
          all.filter(({ content }) => content.type === 'AssessmentMade' && content.summary.toLowerCase().includes('e')).map(({ id }) => id),
        );
      }
    }
  },
  TIME_LIMIT_MS,
);

/** Parts of summaries that are long enough to be in few of them, and texts that are in none. */
function textsIn(reports: readonly ReportItem[], random: Random): string[] {
  const parts = Array.from({ length: TEXTS_AT_A_POINT }, () => {
    const { summary } = random.pick(reports).content;
    const start = random.between(0, Math.max(0, summary.length - 14));
    return summary.slice(start, start + random.between(10, 30)).toUpperCase();
  });
  return [...parts, 'no such words', '§'];
}
