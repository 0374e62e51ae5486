/** One of the settings that bound what a request may cost. */
interface Bound {
  /** The environment variable. */
  readonly setting: string;
  readonly byDefault: number;
  readonly least: number;
  readonly most: number;
}

const bound = (setting: string, byDefault: number, least: number, most: number): Bound => ({ setting, byDefault, least, most });

/** What one request may cost. Each is a setting, and each is told in the answer that it leads to. */
export const BOUNDS = {
  /** Bytes of a JSON body: what one append to the log can hold. */
  bodyBytes: bound('BODY_BYTES', 1_000_000, 1_000, 16_000_000),
  /** Bytes of a line or an entry of an import. */
  lineBytes: bound('LINE_BYTES', 1_000_000, 1_000, 16_000_000),
  /** Bytes of an import as one JSON array. */
  importArrayBytes: bound('IMPORT_ARRAY_BYTES', 32_000_000, 1_000, 256_000_000),
  /** Entries of an import as one JSON array; of more, send lines. */
  importArrayEntries: bound('IMPORT_ARRAY_ENTRIES', 1_000, 1, 10_000),
  /** Lists and objects within each other in a JSON body. The deepest that this service knows has nine. */
  jsonDepth: bound('JSON_DEPTH', 32, 9, 500),
  /** Members of one list in a JSON body. */
  listMembers: bound('LIST_MEMBERS', 1_000, 10, 100_000),
  /** UTF-16 units of one text. */
  textLength: bound('TEXT_LENGTH', 20_000, 200, 1_000_000),
  /** Faults that one problem tells; how many more there are is told in its detail. */
  faultsTold: bound('FAULTS_TOLD', 100, 1, 10_000),
  /** The same for a line of an import. */
  faultsToldPerLine: bound('FAULTS_TOLD_PER_LINE', 20, 1, 10_000),
  /** With so many faults found in an array, the entries behind them are not looked at. */
  faultsLookedFor: bound('FAULTS_LOOKED_FOR', 1_000, 1, 100_000),
  /** UTF-16 units of the detail of a fault: it may repeat what was sent. */
  detailLength: bound('DETAIL_LENGTH', 500, 50, 20_000),
  /** Signatories of an agreement, times its propositions: each pair is a stance. */
  stancesOfAgreement: bound('STANCES_OF_AGREEMENT', 1_000, 1, 100_000),
  /** Issues above each other. */
  issueDepth: bound('ISSUE_DEPTH', 20, 1, 100),
  /** About how long a page of a list may be, in UTF-16 units: it ends there, though fewer items than asked for are on it. */
  answerLength: bound('ANSWER_LENGTH', 10_000_000, 10_000, 100_000_000),
  /** How long a client may take to send a body. */
  bodySeconds: bound('BODY_SECONDS', 60, 1, 3_600),
  /** How long a client of an import may neither send nor take anything. */
  importSilenceSeconds: bound('IMPORT_SILENCE_SECONDS', 60, 1, 3_600),
  /** Outcomes of an import that wait in memory for a client that does not take them; the rest waits on disk. */
  outcomeBytesInMemory: bound('OUTCOME_BYTES_IN_MEMORY', 1_000_000, 0, 100_000_000),
  /** Outcomes of an import that wait for a client at all: a client that takes none is cut off there. */
  outcomeBytesWaiting: bound('OUTCOME_BYTES_WAITING', 1_000_000_000, 1_000_000, 1_000_000_000_000),
  /** Unknown ids of a request, a whole import included, for which near ones are looked for. */
  nearIdLookups: bound('NEAR_ID_LOOKUPS', 10, 0, 1_000),
} as const satisfies Record<string, Bound>;

export type Limits = Readonly<Record<keyof typeof BOUNDS, number>>;

/** Those of a service that is told nothing else. */
export const DEFAULT_LIMITS = Object.fromEntries(Object.entries(BOUNDS).map(([name, { byDefault }]) => [name, byDefault])) as Limits;

const inForce = { ...DEFAULT_LIMITS };

/** The limits of this process: schemas and parsers ask for them whenever they are held against something. */
export const limits: Limits = inForce;

/** To be called as the process, or a thread of it, starts. */
export function setLimits(wanted: Limits): void {
  Object.assign(inForce, wanted);
}
