/** Why a command or a question is refused. The HTTP edge gives each code its status. */
export type RefusalCode =
  | 'invalid-body'
  | 'invalid-query'
  | 'not-found'
  | 'not-visible'
  | 'id-in-use'
  | 'in-use'
  | 'log-not-empty'
  | 'report-retracted'
  | 'source-withdrawn'
  | 'nothing-to-undo'
  | 'key-revoked'
  | 'stale-revision'
  | 'not-a-revision'
  | 'revision-required'
  | 'position-not-reached'
  | 'rebuild-running';

/** One thing that is wrong, and where. */
export interface Fault {
  /** JSON pointer into the body, as a URI fragment: `#/data/modality`. */
  readonly pointer?: string;
  /** The name of a query parameter. */
  readonly parameter?: string;
  /** A word for programs: `unknown-id`, `invalid-date`, … */
  readonly code: string;
  readonly detail: string;
  /** Near ids, for an unknown one. */
  readonly suggestions?: readonly string[];
}

/** A request that changes nothing because of what it says. Never thrown for a fault of ours. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(detail);
  }
}
