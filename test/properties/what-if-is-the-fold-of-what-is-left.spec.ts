import fc from 'fast-check';
import type { At } from '../../src/vocabulary/axes.js';
import { VOICES } from '../../src/vocabulary/voice.js';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION, SOURCES } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { holds } from '../support/property.js';
import { Views } from '../support/views.js';
import { type Compared, expectStatesOfTheFold } from '../support/views-of-the-fold.js';

const HISTORIES = Number(process.env.FOLD_RUNS ?? 500);
const TIME_LIMIT_MS = 60_000 + HISTORIES * 600;

const some = <T>(values: readonly T[], most: number) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
const whatIf = fc.oneof(
  fc.record({ without: some(SOURCES, 2) }),
  fc.record({ voices: some(VOICES, 3) }),
  fc.record({ without: some(SOURCES, 1), voices: some(VOICES, 2) }),
);

it(
  'a state without a source, or of some voices alone, is what a fold gives of what is left',
  async () => {
    await holds(
      fc.asyncProperty(historyAndInstants({ instants: 2 }), whatIf, async ({ log, instants }, left) => {
        using indexed = new IndexedLog(log);
        const compared: Compared = { views: new Views(indexed.readModel), log, negotiation: NEGOTIATION, issues: ISSUES };
        for (const instant of instants) await expectStatesOfTheFold(compared, withoutUnknown({ ...instant, ...left }, compared));
      }),
      { numRuns: HISTORIES },
    );
  },
  TIME_LIMIT_MS,
);

/** A source that is not recorded by then is refused. */
function withoutUnknown({ without, ...at }: At, { log }: Compared): At {
  const known = without?.filter((source) =>
    log.some(({ event, position }) => event.type === 'SourceDefined' && event.id === source && position <= at.recordedBy),
  );
  return known === undefined || known.length === 0 ? at : { ...at, without: known };
}
