import { causingReport, type Effect } from '../parts/effect.js';

export const GROUPINGS = ['report', 'issue', 'party'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Effects that belong together: by the report that caused them, by issue, or by party. */
export interface Group {
  /** Of the report, issue or party; null where none is named. */
  readonly id: string | null;
  readonly effects: readonly Effect[];
}

/** The groups in the order in which the answer first names them, those of nobody last. */
export function groupsOf(effects: readonly Effect[], by: Grouping): Group[] {
  const groups = [...Map.groupBy(effects, (effect) => keyOf(effect, by)).entries()].map(([id, group]) => ({ id, effects: group }));
  return [...groups.filter(({ id }) => id !== null), ...groups.filter(({ id }) => id === null)];
}

function keyOf(effect: Effect, by: Grouping): string | null {
  if (by === 'report') return causingReport(effect) ?? null;
  if (by === 'issue') return effect.issue;
  return effect.kind === 'stance' ? effect.party : null;
}
