/**
 * What one request may cost. Each limit is told in the answer that it leads to, and in `docs/limits.md`.
 */

/** Bytes of a JSON body, and of a line or an entry of an import: what one append to the log can hold. */
export const BODY_BYTES = 1_000_000;

/** Bytes of an import as one JSON array. */
export const IMPORT_ARRAY_BYTES = 32_000_000;

/** Entries of an import as one JSON array; of more, send lines. */
export const IMPORT_ARRAY_ENTRIES = 1_000;

/** Lists and objects within each other in a JSON body. The deepest that this service knows has nine. */
export const JSON_DEPTH = 32;

/** Members of one list in a JSON body. */
export const LIST_MEMBERS = 1_000;

/** UTF-16 units of one text. */
export const TEXT_LENGTH = 20_000;

/** Faults that one problem tells; how many more there are is told in its detail. */
export const FAULTS_TOLD = 100;

/** The same for a line of an import. */
export const FAULTS_TOLD_PER_LINE = 20;

/** With so many faults found in an array, the entries behind them are not looked at. */
export const FAULTS_LOOKED_FOR = 1_000;

/** UTF-16 units of the detail of a fault: it may repeat what was sent. */
export const DETAIL_LENGTH = 500;

/** Signatories of an agreement, times its propositions: each pair is a stance. */
export const STANCES_OF_AGREEMENT = 1_000;

/** Issues above each other. */
export const ISSUE_DEPTH = 20;

/** About how long a page of a list may be, in UTF-16 units: it ends there, though fewer items than asked for are on it. */
export const ANSWER_LENGTH = 10_000_000;

/** How long a client may take to send a body, in milliseconds. */
export const BODY_WITHIN_MS = 60_000;

/** How long a client of an import may neither send nor take anything, in milliseconds. */
export const IMPORT_SILENCE_MS = 60_000;

/** Outcomes of an import that wait in memory for a client that does not take them; the rest waits on disk. */
export const OUTCOME_BYTES_IN_MEMORY = 1_000_000;

/** Outcomes of an import that wait for a client at all: a client that takes none is cut off there. */
export const OUTCOME_BYTES_WAITING = 1_000_000_000;

/** Unknown ids of a request, a whole import included, for which near ones are looked for. */
export const NEAR_ID_LOOKUPS = 10;
