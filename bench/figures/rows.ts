/** One line of the table of targets. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  /** undefined: told, but no target is set. */
  readonly isMet: boolean | undefined;
}

/** What a measure found. */
export interface Findings {
  readonly rows: readonly Row[];
  /** Tables with the figures behind the rows. */
  readonly tables?: readonly Table[];
  /** Sentences on how it was measured this time. */
  readonly notes?: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly body: readonly (readonly string[])[];
}

/** A ratio that must be at least so large. */
export function atLeast(what: string, ratio: number, least: number, behind = ''): Row {
  return { what, measured: told(ratio, behind), target: `≥ ${String(least)}`, isMet: ratio >= least };
}

/** A figure that must be at most so large. */
export function atMost(what: string, figure: number, most: number, unit = '', behind = ''): Row {
  return { what, measured: told(figure, behind, unit), target: `≤ ${String(most)}${unit}`, isMet: figure <= most };
}

/** A figure without a target. */
export function info(what: string, measured: string): Row {
  return { what, measured, target: '', isMet: undefined };
}

function told(figure: number, behind: string, unit = ''): string {
  return `${digits(figure)}${unit}${behind === '' ? '' : ` (${behind})`}`;
}

/** A count, written out. */
export function count(of: number): string {
  return of.toLocaleString('en');
}

/** A number with as many digits as mean something. */
export function digits(figure: number): string {
  if (!Number.isFinite(figure)) return '–';
  if (figure >= 100) return Math.round(figure).toLocaleString('en');
  return figure >= 10 ? figure.toFixed(1) : figure.toFixed(2);
}
