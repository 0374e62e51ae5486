import { nearest } from '../../read-model/reading/near-ids.js';
import type { RegistryReader } from '../../read-model/reading/registry-reader.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import { valuesOf } from './several.js';

/** So many ids are looked at for near ones: an error must not cost more than an answer. */
const LOOKED_AT = 5_000;

/** Of so many ids near ones are suggested. */
const MOST_SUGGESTED = 5;

/** What a filter of ids names: one value, several, or none. */
type Given = string | readonly string[] | null | undefined;

/** The parameters that filter by ids, each of the kind of its name. */
const KINDS = ['party', 'person', 'issue', 'proposition', 'plan', 'meeting', 'source'] as const satisfies EntryKind[];

/** The ids that a question filters by, by parameter. */
export type Filters = Readonly<Partial<Record<(typeof KINDS)[number], Given>>>;

/**
 * Refuses a question that filters by ids that are not registered by R: an empty list would say that nothing was reported of them. Only
 * what is recorded by R decides, suggestions too, so that the refusal of a question with D and R fixed never changes either.
 * @param entries of the negotiation as recorded by R
 * @param parameter that holds the ids, where it is not called by their kind
 * @throws Refusal `invalid-query` with all unknown ids
 */
export function requireKnown(entries: RegistryReader, filters: Filters, parameter?: string): void {
  const missing = KINDS.flatMap((kind) =>
    (valuesOf(filters[kind] ?? undefined) ?? []).filter((id) => entries.entry(kind, id) === undefined).map((id) => ({ kind, id })),
  );
  const faults = missing.map(({ kind, id }, i): Fault => {
    const suggestions = i < MOST_SUGGESTED ? nearest(id, [...entries.ids(kind).take(LOOKED_AT)]) : [];
    return { parameter: parameter ?? kind, code: 'unknown-id', detail: `There is no ${kind} "${id}" by then.`, suggestions };
  });
  if (faults.length > 0) throw new Refusal('invalid-query', 'The query filters by what does not exist by then.', faults);
}
