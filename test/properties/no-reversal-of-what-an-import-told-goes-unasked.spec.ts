import fc from 'fast-check';
import type { Word } from '../../src/ports/reports-beside.js';
import { Doubts } from '../../src/commands/writing/doubts/doubts.js';
import { wordsOf } from '../../src/commands/writing/doubts/stated.js';
import { ToldEarlier } from '../../src/commands/writing/doubts/told-earlier.js';
import type { SourceState } from '../../src/commands/writing/source-state.js';
import { EarlierGrounds } from '../../src/queries/beside/earlier-grounds.js';
import type { Index } from '../../src/read-model/reading/opened-lists.js';
import { ownStanceBeside } from '../../src/rules/own-stance-beside.js';
import { occurredWindow } from '../../src/rules/visibility.js';
import { windowOf } from '../../src/vocabulary/edtf-window.js';
import { weightOf } from '../../src/vocabulary/modality.js';
import { position } from '../support/histories-by-hand.js';
import { reportedDate } from '../support/histories-registry.js';
import { NOTHING_BESIDE } from '../support/nothing-beside.js';
import { holds } from '../support/property.js';

const HISTORIES = 300;
/** More days than are remembered of one party on one thing. */
const DAYS = 60;
const dayAfter = (days: number): string => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

const day = fc.integer({ min: 0, max: DAYS - 1 });
const window = fc.oneof(
  day.map(dayAfter),
  fc.tuple(day, day).map(([a, b]) => `${dayAfter(Math.min(a, b))}/${dayAfter(Math.max(a, b))}`),
  day.map((last) => `../${dayAfter(last)}`),
);
const said = fc.record({
  modality: fc.constantFrom('demands' as const, 'accepts' as const, 'undecided' as const, 'rejects' as const),
  occurred: fc.option(window),
  published: window,
  until: fc.option(
    day.map((one) => dayAfter(one)),
    { freq: 8 },
  ),
  previous: fc.option(fc.nat({ max: 200 }), { freq: 8 }),
});

/** Nothing is shown yet: all that is known came in with the import. */
const nothingShown = new EarlierGrounds({ reportNumber: () => undefined } as unknown as Index, 0);

/** Whether a word is against what its party held on the last of its days, by the rules. */
function reverses(word: Word, before: readonly Word[]): boolean {
  const occurred = word.occurred === null ? null : windowOf(word.occurred);
  const { hi } = occurredWindow(occurred, windowOf(word.published));
  const held = ownStanceBeside(nothingShown.withEarlier(undefined, 'n', before, hi), hi, word.report);
  return word.previous === null && held !== undefined && weightOf(held.modality) * weightOf(word.modality) < 0;
}

it('whatever its dates, its end, and what it names', async () => {
  await holds(
    fc.asyncProperty(fc.array(said, { minLength: 2, maxLength: 120, size: 'max' }), async (words) => {
      const asked = new Set<string>();
      const doubts = new Doubts({
        ...NOTHING_BESIDE,
        of: async (incoming) => {
          for (const { id, position: stated } of incoming) if (stated) asked.add(id);
          return undefined;
        },
        daysOf: ({ occurred, published }) => occurredWindow(occurred === null ? null : windowOf(occurred), windowOf(published)),
        isOwnWord: () => true,
      });
      const told = new ToldEarlier();
      told.brings({ kind: 'proposition', id: 'p' });
      const before: Word[] = [];
      for (const [i, { modality, occurred, published, until, previous }] of words.entries()) {
        const rest = { ...(occurred !== null && { occurred }), ...(until !== null && { until }) };
        const named = previous === null || previous >= i ? null : `r${String(previous)}`;
        const content = position(`r${String(i)}`, 'a', modality, { by: ['a'], proposition: 'p', source: 's', previous: named, ...rest });
        const source = { entry: { published: reportedDate(published) }, removals: [] } as unknown as SourceState;
        await doubts.of([{ references: [], brought: { content, source, at: [] } }], undefined, told);
        if (content.type !== 'PositionStated') throw new Error('not a position');
        const [word] = wordsOf(content, source.entry.published);
        if (word === undefined) throw new Error('no word');
        if (reverses(word, before)) expect(asked).toContain(word.report);
        before.push(word);
      }
    }),
    { numRuns: HISTORIES },
  );
});
