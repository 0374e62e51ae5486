import { type Removal, REMOVALS } from '../../vocabulary/events/report-corrections.js';
import { type RemovalBody, removalSchema } from '../writing/amendment.schema.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { ANY_REVISION } from '../writing/precondition.js';
import type { RemovalKind } from './removal-kinds.js';
import type { State } from '../writing/state.js';

/** A line of an import that removes, or takes a removal back. */
export function removalImport<R extends Removal, S extends State>({ type, decider }: RemovalKind<R, S>): ImportKind {
  return {
    entry: REMOVALS[type],
    schema: removalSchema,
    toTask(body, id, negotiation, sender, repetitions) {
      const removal = { type, negotiation, id, ...(body as RemovalBody) } as R;
      const repeats = repetitions.count(removal);
      return task(decider, { ...sender, negotiation, id, precondition: ANY_REVISION, removal, repeats });
    },
  };
}
