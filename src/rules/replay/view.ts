import type { At } from '../../vocabulary/axes.js';
import type { Visible, VisibleReport } from '../scene.js';
import type { Grounds } from '../grounds.js';
import type { Target } from '../statements.js';
import type { Standing } from './amended.js';

/** What is visible of the reports from one point on the axes: asked for, never held. */
export interface View {
  /** One report; undefined where it is not visible. */
  report(id: string): VisibleReport | undefined;
  /** What the stance of a party on a target rests on; undefined without any. */
  grounds(party: string, target: Target): Grounds | undefined;
  /** The visible reports that name a meeting or a plan. */
  naming(kind: 'meeting' | 'plan', id: string): readonly VisibleReport[];
  /** The visible reports that say that a blocker is resolved. */
  resolving(blocker: string): readonly VisibleReport[];
  /** The last evidence on an issue; undefined without any. */
  latest(issue: string): Visible | undefined;
  /** What counts of a report, visible or not; undefined where it is not recorded. */
  standing(id: string): Standing | undefined;
}

/** What is visible from each point. */
export type ViewAt = (at: At) => View;

/** Before anything is reported. */
export const NOTHING_VISIBLE: View = {
  report: () => undefined,
  grounds: () => undefined,
  naming: () => [],
  resolving: () => [],
  latest: () => undefined,
  standing: () => undefined,
};
