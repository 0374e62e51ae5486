import type { RecordedEvent } from '../../rules/replay/recorded-steps.js';
import type { EntryVersion } from '../../rules/replay/registry-maps.js';
import { compare } from '../../vocabulary/compare.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import type { Position } from '../../vocabulary/position.js';
import { firstNotBelow } from '../reading/halving.js';
import { type Index, indexOf } from '../reading/opened-lists.js';
import type { QuestionTurns } from '../reading/question-turns.js';
import { type EntryAt, type KindWithin, RegistryReader } from '../reading/registry-reader.js';
import { LIST_KINDS, namingKind } from '../tables/list-kinds.js';
import type { NameKind } from '../tables/names.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { paged, PAGE_SIZE } from './paged.js';
import type { FileInUse } from './view-reader.js';

/** The kinds of entry that the rules read, beside the negotiation itself. */
const KINDS_OF_RULES = ['issue', 'proposition', 'plan', 'meeting'] as const satisfies KindWithin[];

/** The events of a negotiation behind one position and up to another, in order; the first of them where they are many. */
export function eventsBehind(file: ReadModelFile, negotiation: string, after: Position, upTo: Position, limit: number): RecordedEvent[] {
  const index = indexOf(file);
  const name = index.names.numberOf('negotiation', '', negotiation);
  if (name === undefined) return [];
  const [first, last] = [index.eventAt(after) + 1, index.eventAt(upTo)];
  const events = index.lists.numbers(LIST_KINDS.eventsOf, name, last);
  const start = firstNotBelow(events, first);
  return [...events.subarray(start, start + limit)].filter((event) => event <= last).map((event) => recordedAt(index, negotiation, event));
}

function recordedAt(index: Index, negotiation: string, event: number): RecordedEvent {
  const [position, type, subject] = [BigInt(index.positionOf(event)), index.typeOf(event), index.subjectOf(event)];
  return { position, type, subject, entry: entryOf(index.file, negotiation, type, subject, position) };
}

/** At least those reports that an event may have changed, or put on another issue, page by page, by id. @param after only ids behind this one */
export function reportsTouchedBy(file: ReadModelFile, negotiation: string, event: RecordedEvent, after: string, limit: number): string[] {
  const { type, subject } = event;
  const kind = nameTouchedBy(file, negotiation, event);
  if (kind === undefined) return isRegistryType(type) || after !== '' ? [] : [subject];
  return reportsNaming(indexOf(file), negotiation, kind, subject)
    .filter((id) => id > after)
    .slice(0, limit);
}

/** As what an event's subject is named by the reports that it touches; undefined where it touches none, or is of a report itself. */
function nameTouchedBy(file: ReadModelFile, negotiation: string, { type, subject, position }: RecordedEvent): NameKind | undefined {
  if (type === 'SourceChanged' || type === 'SourceWithdrawn' || type === 'SourceReadmitted') return 'source';
  // Reports may have named a person that another node recorded at the same time.
  if (type === 'PersonDefined') return 'actor';
  if (type !== 'PropositionChanged') return undefined;
  const issueAt = (at: Position): string | undefined =>
    new RegistryReader(file, negotiation, at).entry('proposition', subject)?.entry.issue;
  return issueAt(position) === issueAt(position - 1n) ? undefined : 'proposition';
}

/** The reports of which a version names something, by id. */
function reportsNaming(index: Index, negotiation: string, kind: NameKind, id: string): string[] {
  const name = index.names.numberOf(kind, negotiation, id);
  if (name === undefined) return [];
  const lists = kind === 'source' ? [LIST_KINDS.ofSource] : REPORT_TYPES.map(namingKind);
  const contents = lists.flatMap((list) => [...index.lists.numbers(list, name, index.file.state.events)]);
  return [...new Set(contents.map((content) => index.subjectOf(content)))].sort(compare);
}

/** What the rules read of the registry, as recorded by a position, others having their turn in between. */
export async function entriesOfRules(
  source: FileInUse,
  negotiation: string,
  recordedBy: Position,
  turns: QuestionTurns,
): Promise<EntryVersion[]> {
  const opened = new RegistryReader(source.rows, negotiation, recordedBy).entry('negotiation', negotiation);
  const found: EntryVersion[] = opened === undefined ? [] : [{ kind: 'negotiation', ...opened }];
  for (const kind of KINDS_OF_RULES) {
    const page = (last?: EntryAt<typeof kind>): EntryAt<typeof kind>[] =>
      new RegistryReader(source.rows, negotiation, recordedBy).entries(kind, last?.id, PAGE_SIZE);
    for await (const { id, entry } of paged(page, turns)) found.push({ kind, id, entry } as EntryVersion);
  }
  return found;
}

function entryOf(file: ReadModelFile, negotiation: string, type: string, id: string, recordedBy: Position): EntryVersion | null {
  if (!isRegistryType(type)) return null;
  const kind = KIND_OF_REGISTRY_EVENT[type];
  const found = new RegistryReader(file, negotiation, recordedBy).entry(kind, id);
  return found === undefined ? null : ({ kind, id, entry: found.entry } as EntryVersion);
}

function isRegistryType(type: string): type is keyof typeof KIND_OF_REGISTRY_EVENT {
  return Object.hasOwn(KIND_OF_REGISTRY_EVENT, type);
}
