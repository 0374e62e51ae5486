/** Why a write that is legal is doubtful all the same. */
export const WARNING_CODES = {
  'stance-reversed': 'the party itself held the opposite, and no `previous` says that it moved',
  'far-from-source': 'it happened long before its source came out, as with a wrong year',
  'near-duplicate': 'another report gives the same account: of its type, by its source and claimants, of the same thing and days',
  'retired-entry': 'it names an entry that should not be used any more',
} as const;
export type WarningCode = keyof typeof WARNING_CODES;

/** What is doubtful in a body that was taken, and where. */
export interface Warning {
  readonly code: WarningCode;
  /** JSON pointer into the body, as a URI fragment: `#/data/modality`. */
  readonly pointer: string;
  readonly detail: string;
  /** The reports beside which it is doubtful; left out where it is so by itself. */
  readonly reports?: readonly string[];
}
