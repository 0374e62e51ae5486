import { IssueReader } from '../../../src/read-model/issue-reader.js';
import type { ReadModelFile } from '../../../src/read-model/read-model-file.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import { SceneReader } from '../../../src/read-model/scene-reader.js';
import type { Blocker } from '../../../src/rules/blockers.js';
import { type IssueState, stateOfIssue } from '../../../src/rules/issue-state.js';
import { type UnassignedState, unassignedState } from '../../../src/rules/negotiation-state.js';
import { absent, blockerPath, type Change, type Element, meetingPath, planPath, stancePath } from '../../../src/rules/replay/change.js';
import type { StanceView } from '../../../src/rules/stance-view.js';
import type { At } from '../../../src/vocabulary/axes.js';

/** The elements of a state as JSON, by issue and path. */
export type StateElements = Map<string, string>;

/** Every element of the state at a point, from what the queries answer there. */
export function elementsAt(file: ReadModelFile, negotiation: string, at: At): StateElements {
  const reader = new SceneReader(file, negotiation, at);
  const elements: StateElements = new Map();
  if (!reader.exists) return elements;
  const issues = new IssueReader(reader);
  for (const { id } of reader.entries.entries('issue')) {
    const isTaken = (report: string) => reader.registry.proposition.get(report)?.issue === id;
    const state = stateOfIssue(issues.facts(id), reader.registry, at);
    if (state === undefined) throw new Error(`${id} is registered`);
    if (state.convergence !== 'unknown') put(elements, id, 'convergence', state.convergence);
    putLists(elements, id, state, isTaken);
  }
  putLists(elements, null, unassignedState({ at, registry: reader.registry, reports: everyReport(reader) }), () => false);
  return elements;
}

/** Applies a change. @throws Error where what it was before is not what is there */
export function applyChange(elements: StateElements, { issue, path, before, after }: Change): void {
  const key = keyOf(issue, path);
  const present = elements.get(key) ?? JSON.stringify(absent(path));
  if (present !== JSON.stringify(before)) throw new Error(`${key} was ${present}, not ${JSON.stringify(before)}`);
  if (JSON.stringify(after) === present) throw new Error(`${key} did not change`);
  if (JSON.stringify(after) === JSON.stringify(absent(path))) elements.delete(key);
  else elements.set(key, JSON.stringify(after));
}

export function keyOf(issue: string | null, path: string): string {
  return `${issue ?? '-'} ${path}`;
}

/** For a comparison that does not depend on the order in which elements came. */
export function sorted(elements: StateElements): [string, string][] {
  return [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
}

function putLists(
  elements: StateElements,
  issue: string | null,
  { stances, meetings, plans, blockers }: Pick<IssueState, 'stances' | 'meetings' | 'plans' | 'blockers'> | UnassignedState,
  isTaken: (report: string) => boolean,
): void {
  for (const stance of stances) put(elements, issue, pathOf(stance), stance);
  for (const meeting of meetings) put(elements, issue, meetingPath(meeting.id), meeting);
  for (const plan of plans) put(elements, issue, planPath(plan.id), plan);
  for (const blocker of blockers) {
    const id = blockerId(blocker);
    const { ageDays: _, ...element } = blocker;
    put(elements, issue, blockerPath(id, blocker.kind === 'reported' && isTaken(id)), element);
  }
}

function put(elements: StateElements, issue: string | null, path: string, element: Element): void {
  const key = keyOf(issue, path);
  if (elements.has(key)) throw new Error(`two elements at ${key}`);
  elements.set(key, JSON.stringify(element));
}

function pathOf({ party, target }: StanceView): string {
  return 'plan' in target
    ? stancePath(party, { kind: 'plan', id: target.plan })
    : stancePath(party, { kind: 'proposition', id: target.proposition });
}

function blockerId(blocker: Blocker): string {
  return blocker.kind === 'reported' ? blocker.report : blocker.proposition;
}

function everyReport(reader: SceneReader): VisibleReport[] {
  return reader.file.all<{ id: string }>('SELECT id FROM report').flatMap(({ id }) => reader.report(id) ?? []);
}
