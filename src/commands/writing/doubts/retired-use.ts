import type { EntryKind } from '../../../vocabulary/events/registry-entries.js';
import type { Warning } from '../../../vocabulary/warning.js';
import type { Reference } from '../reference.js';

/** Uses of entries that should not be used any more. @param isRetired whether an entry is marked so */
export function retiredUses(references: readonly Reference[], isRetired: (kind: EntryKind, id: string) => boolean): Warning[] {
  return references.flatMap((reference) => {
    const kind = kindsOf(reference).find((one) => isRetired(one, reference.id));
    if (kind === undefined) return [];
    return [{ code: 'retired-entry' as const, pointer: reference.pointer, detail: `the ${kind} "${reference.id}" is retired` }];
  });
}

function kindsOf({ kind }: Reference): readonly EntryKind[] {
  if (kind === 'report') return [];
  return kind === 'actor' ? ['party', 'person'] : [kind];
}
