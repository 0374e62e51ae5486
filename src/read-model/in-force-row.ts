/** Which version of a report counts for K from `k_from` to `k_to`, with its windows. */
export interface InForceRow {
  readonly k_from: number;
  readonly k_to: number;
  readonly version: number;
  readonly p_lo: number;
  readonly p_hi: number;
  readonly o_lo: number;
  readonly o_hi: number;
  readonly first_position: number;
  readonly as_written: string;
  /** 1: the report gives `occurred`. */
  readonly dated: 0 | 1;
}
