import { jest } from '@jest/globals';
import type * as Candidates from '../../../src/rules/candidates.js';
import type * as Order from '../../../src/rules/order.js';
import type * as Visibility from '../../../src/rules/visibility.js';
import type * as Histories from '../../support/histories-by-hand.js';
import type * as Indexed from '../../support/indexed-log.js';
import type * as Asked from '../../support/views.js';

/** What the program answers whose modules are loaded anew. */
async function answers(): Promise<unknown> {
  jest.resetModules();
  const { on, Story } = (await import('../../support/histories-by-hand.js')) as typeof Histories;
  const { IndexedLog } = (await import('../../support/indexed-log.js')) as typeof Indexed;
  const { Views } = (await import('../../support/views.js')) as typeof Asked;
  const story = new Story();
  story.position('first', 'a', 'demands', { occurred: '2026-01-01' });
  story.position('longer', 'a', 'objects', { occurred: '2026-01-01/2026-01-03' });
  story.position('expired', 'a', 'rejects', { occurred: '2026-01-02', until: '2026-01-04' });
  const { position: recordedBy } = story.position('of-the-day', 'b', 'supports', { source: 'late' });
  using log = new IndexedLog(story.log);
  const views = new Views(log.readModel);
  const at = on('2026-01-20', { knownBy: '2026-01-20', recordedBy });
  const { stances } = (await views.issue('n', 'i', at)) as { stances: unknown };
  return { stances, reports: (await views.reports('n', at)).map(({ id }) => id) };
}

const RULES: readonly [string, string, (rule: never) => object][] = [
  [
    'the order of reports by their dates',
    'order',
    ({ byWindows }: typeof Order): Partial<typeof Order> => ({ byWindows: (a, b) => byWindows(b, a) }),
  ],
  [
    'the order of reports by their strength',
    'order',
    ({ byStrength }: typeof Order): Partial<typeof Order> => ({ byStrength: (a, b) => byStrength(b, a) }),
  ],
  [
    'what is visible',
    'visibility',
    ({ isCounted }: typeof Visibility): Partial<typeof Visibility> => ({
      isCounted: (occurred, published, at) => isCounted(occurred, published, { ...at, knownBy: at.knownBy - 1 }),
    }),
  ],
  [
    'which statements are candidates',
    'candidates',
    ({ strongestCandidates }: typeof Candidates): Partial<typeof Candidates> => ({
      strongestCandidates: (grounds) => strongestCandidates(grounds, -Infinity),
    }),
  ],
];

it.each(RULES)('answers are others where a rule is another: %s', async (_, name, alter) => {
  const right = await answers();
  expect(await answers()).toEqual(right);
  const path = `../../../src/rules/${name}.js`;
  const rule = (await import(path)) as object;
  jest.unstable_mockModule(path, () => ({ ...rule, ...alter(rule as never) }));
  expect(await answers()).not.toEqual(right);
  jest.unstable_unmockModule(path);
});
