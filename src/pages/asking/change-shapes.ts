/** What the API answers of what changed, as pages read it: what `docs/` and `/openapi.json` promise, and no more than is shown. */

/** How much happened on a day, or in the period that begins on it; the day is null where K has no limit any more. */
export interface DayOfActivity {
  readonly day: string | null;
  readonly reports: number;
  readonly changes: number | null;
  /** The reports by issue, party or source, by id, where that was asked for. */
  readonly groups?: Readonly<Record<string, number>>;
  readonly ungrouped?: number;
}

export type Cause = { readonly report: string; readonly by?: string } | { readonly event: string } | { readonly day: string | null };

export interface Change {
  readonly issue: string | null;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly because: readonly Cause[];
}

export interface Step {
  readonly step: number;
  readonly day?: string | null;
  readonly position?: string;
  readonly cause: Cause;
  readonly report?: { readonly id: string; readonly summary: string; readonly source: string; readonly occurred: string | null } | null;
  readonly changes: readonly Change[];
}
