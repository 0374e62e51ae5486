import { type Removal, REMOVALS } from '../../vocabulary/events/report-corrections.js';
import { type RemovalBody, removalSchema } from './amendment.schema.js';
import type { Decider } from './decider.js';
import { type ImportKind, task } from './import-kind.js';
import { ANY_REVISION } from './precondition.js';
import type { RemovalRequest } from './removal.js';
import type { State } from './state.js';

/** A line of an import that removes, or takes a removal back. */
export function removalImport<R extends Removal, S extends State>(type: R['type'], decider: Decider<RemovalRequest<R>, S>): ImportKind {
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
