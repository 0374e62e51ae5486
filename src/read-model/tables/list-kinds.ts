import { MODALITIES } from '../../vocabulary/modality.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';

/**
 * What the lists are of. A list is named by its kind and one number; "of a group" is the number of an event without its last eight
 * bits, "by day" a number from the table `days`, "of two" one from the table `pair`. At most 32 kinds.
 * Their names belong to the form of the file: where one is another, it is built anew.
 */
export const LIST_KINDS = {
  /** Of a group: position, instant, type and negotiation of each event. */
  log: 0,
  /** Of a group, as text: the id of what each event is about, one a line. */
  subjects: 1,
  /** Of a group: where each content stands, for which K and R. */
  inForce: 2,
  /** Of a group that is not complete, as text: the summary of each content in small letters, one a line. */
  summaries: 3,
  /** Of two, a target and a party: the statements, and as text the ids of their reports. */
  statements: 4,
  statementIds: 5,
  /** By day, of an issue: the contents whose O.hi lies in a few days. */
  standing: 6,
  /** By day, of a negotiation: the contents whose O.lo, or whose P.lo, is a day, each with the end of that window. */
  occurredOn: 7,
  publishedOn: 8,
  /** By day, of a negotiation: the reports that may matter on a day. */
  mattersOn: 9,
  /** Of two, an issue and a meeting or plan: the contents of the issue that name it. */
  tied: 10,
  /** Of a negotiation: its events. */
  eventsOf: 11,
  /** Of a source: the contents that name it. */
  ofSource: 12,
  /** Of an entry of the registry: the events that changed it, and the one that defined it where its name came earlier. */
  versions: 13,
  /** Of all entries of a kind: name and event of each version, the event below zero where it is not the first one. */
  entries: 14,
  /** Of an issue: the propositions that ever were its. */
  propositionsOf: 15,
  /** Of a name: the contents of each report type that name it (16 to 25, see `namingKind`). */
  naming: 16,
  /** Of a negotiation: the statements that have an end, each with its pair (see `ENDING`). */
  endings: 26,
  /** Of a span that is complete: which fragments its summaries hold, and the places of those that do (see summary-words.ts). */
  summaryWords: 27,
  summaryPlaces: 28,
  /** Of a group: the root of the log behind each event, in eight numbers. */
  roots: 29,
  /** Of a group that is complete: the summaries, compressed. */
  packedSummaries: 30,
  /** Of an issue: content, event, and 1 where the content came to be of the issue with that event, 0 where it left it. */
  moved: 31,
} as const;
export type ListKind = number;

/** What the number of a list is of each kind: of a group or span of events, from the table `days` or `pair`, or that of a name. */
const OWNERS: Readonly<Record<keyof typeof LIST_KINDS, ListOwner>> = {
  log: 'group',
  subjects: 'group',
  inForce: 'group',
  summaries: 'group',
  statements: 'pair',
  statementIds: 'pair',
  standing: 'day',
  occurredOn: 'day',
  publishedOn: 'day',
  mattersOn: 'day',
  tied: 'pair',
  eventsOf: 'name',
  ofSource: 'name',
  versions: 'name',
  entries: 'name',
  propositionsOf: 'name',
  naming: 'name',
  endings: 'name',
  summaryWords: 'span',
  summaryPlaces: 'span',
  roots: 'group',
  packedSummaries: 'group',
  moved: 'name',
};
export type ListOwner = 'group' | 'span' | 'pair' | 'day' | 'name';

const OWNERS_BY_KIND = new Map(
  Object.entries(OWNERS).map(([kind, owner]) => [LIST_KINDS[kind as keyof typeof LIST_KINDS] as ListKind, owner]),
);

/** What the number of a list of a kind is of. */
export function ownerOf(kind: ListKind): ListOwner {
  return OWNERS_BY_KIND.get(kind) ?? OWNERS.naming;
}

/** The list kind of what reports of a type name. */
export function namingKind(type: ReportType): ListKind {
  return LIST_KINDS.naming + REPORT_TYPES.indexOf(type);
}

/** The list kinds of all report types of today. */
export const KINDS_OF_NAMING: readonly ListKind[] = REPORT_TYPES.map(namingKind);

/** Events that share a list of a group. */
export const GROUP_SHIFT = 8;

/** Events that share an index of words: 32 groups. */
export const SPAN_SHIFT = 13;

/** The days that share a list of what stands of an issue: 4. */
export const STANDING_SHIFT = 2;

/** A number beyond 31 bits stands as two: what is left of it by this, and how often this is in it. */
export const HALF = 2 ** 31;

/** Numbers of a row of the log: the first two and the next two are one number each. */
export const LOG = { position: 0, at: 2, type: 4, negotiation: 5, width: 6 } as const;

/** Numbers of a row that says where a content stands. Where a row ends another one, all but `rTo` is as in that one. */
export const IN_FORCE = {
  content: 0,
  report: 1,
  rFrom: 2,
  rTo: 3,
  kFrom: 4,
  kTo: 5,
  pLo: 6,
  pHi: 7,
  oLo: 8,
  oHi: 9,
  written: 10,
  width: 11,
} as const;

/** Numbers of a content on the first day of its window: the column `hi` is the last one. */
export const ON_DAY = { content: 0, hi: 1, width: 2 } as const;

/** Numbers of a row of what stands of an issue; the content is below zero where it is no news (design 4, "Staleness"). */
export const STANDING = { content: 0, oHi: 1, pHi: 2, width: 3 } as const;

/** Numbers of a statement. */
export const STATEMENT = {
  /** Rank, weight, modality, form, whether it has conditions, and the length of the report's id: see statement-head.ts. */
  head: 0,
  oLo: 1,
  oHi: 2,
  pLo: 3,
  pHi: 4,
  report: 5,
  rFrom: 6,
  rTo: 7,
  kFrom: 8,
  kTo: 9,
  until: 10,
  /** The report that it names as its previous; 0 for none. */
  names: 11,
  /** The number of the text of its date. */
  written: 12,
  content: 13,
  /** The number of the name of its source. */
  source: 14,
  /** The number of the text that says who is named as claimant; 0 for nobody. */
  by: 15,
  width: 16,
} as const;

/** Numbers of a statement that has an end: the names of its target and its party, their pair, from where it counts, and its last day. */
export const ENDING = { target: 0, party: 1, pair: 2, oLo: 3, pLo: 4, rFrom: 5, until: 6, width: 7 } as const;

/** What the shape of a file is known by, beside its tables: the meaning of the numbers in lists. */
export const LIST_LAYOUTS = {
  REPORT_TYPES,
  MODALITIES,
  GROUP_SHIFT,
  SPAN_SHIFT,
  STANDING_SHIFT,
  LOG,
  IN_FORCE,
  ON_DAY,
  STANDING,
  STATEMENT,
  ENDING,
};

/** What each list has to be read by: a file in which one of these is otherwise does not have that list (tables/form.ts). */
export const LAYOUTS_OF_LISTS: Readonly<Record<keyof typeof LIST_KINDS, readonly (keyof typeof LIST_LAYOUTS)[]>> = {
  log: ['GROUP_SHIFT', 'LOG'],
  subjects: ['GROUP_SHIFT'],
  inForce: ['GROUP_SHIFT', 'IN_FORCE'],
  summaries: ['GROUP_SHIFT'],
  statements: ['STATEMENT', 'MODALITIES'],
  statementIds: [],
  standing: ['STANDING_SHIFT', 'STANDING'],
  occurredOn: ['ON_DAY'],
  publishedOn: ['ON_DAY'],
  mattersOn: [],
  tied: [],
  eventsOf: [],
  ofSource: [],
  versions: [],
  entries: [],
  propositionsOf: [],
  naming: ['REPORT_TYPES'],
  endings: ['ENDING'],
  summaryWords: ['SPAN_SHIFT'],
  summaryPlaces: ['SPAN_SHIFT'],
  roots: ['GROUP_SHIFT'],
  packedSummaries: ['GROUP_SHIFT'],
  moved: [],
};
