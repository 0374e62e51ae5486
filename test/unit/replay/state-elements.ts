import { LIST_KINDS } from '../../../src/read-model/tables/list-kinds.js';
import { IssueReader } from '../../../src/read-model/reading/issue-reader.js';
import type { ReadModelFile } from '../../../src/read-model/tables/read-model-file.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import { SceneReader } from '../../../src/read-model/reading/scene-reader.js';
import type { Blocker } from '../../../src/rules/blockers.js';
import { stateOfIssue } from '../../../src/rules/issue-state.js';
import { absent, blockerPath, type Element, meetingPath, planPath, stancePath } from '../../../src/rules/replay/change.js';
import type { StanceView } from '../../../src/rules/stance-view.js';
import type { At } from '../../../src/vocabulary/axes.js';
import type { Day } from '../../../src/vocabulary/day.js';
import { type UnassignedState, unassignedState } from './unassigned-state.js';

/** An element of a state, with the reports that it rests on. */
export interface ShownElement {
  readonly issue: string | null;
  readonly path: string;
  readonly element: Element;
  /** Of the convergence that of its targets, of an agreement its report, of staleness the last evidence. */
  readonly evidence: readonly string[];
  /** D: the day to which its age is told. */
  readonly asOf: Day;
}

/** By issue and path. Every issue has its convergence and its staleness. */
export type StateElements = Map<string, ShownElement>;

/** Every element of the state at a point, from what the queries answer there. */
export function elementsAt(file: ReadModelFile, negotiation: string, at: At): StateElements {
  const reader = new SceneReader(file, negotiation, at);
  const elements: StateElements = new Map();
  if (!reader.exists) return elements;
  const put = putInto(elements, at.asOf);
  const issues = new IssueReader(reader);
  for (const { id } of reader.entries.entries('issue')) {
    const isTaken = (report: string) => reader.registry.proposition.get(report)?.issue === id;
    const state = stateOfIssue(issues.facts(id), reader.registry, at);
    if (state === undefined) throw new Error(`${id} is registered`);
    const ofTargets = [...new Set(state.targets.flatMap(({ evidence }) => evidence))];
    put(id, 'convergence', state.convergence, ofTargets);
    put(id, 'stale', state.stale, state.lastEvidence === null ? [] : [state.lastEvidence.report]);
    putLists(put, id, state, isTaken);
  }
  putLists(put, null, unassignedState({ at, registry: reader.registry, reports: everyReport(reader) }), () => false);
  return elements;
}

export function keyOf(issue: string | null, path: string): string {
  return `${issue ?? '-'} ${path}`;
}

/** The elements that are there, as JSON that time alone does not change. */
export function comparable(elements: StateElements): Map<string, string> {
  const there = [...elements.values()].filter(({ path, element }) => element !== absent(path));
  return new Map(there.map((shown) => [keyOf(shown.issue, shown.path), timelessJson(shown.element, shown.asOf)]));
}

/** An element as JSON, the day from which its age is counted in the place of the age. */
export function timelessJson(element: Element | null, asOf: Day): string {
  return JSON.stringify(element, (name, value: unknown) => (name === 'ageDays' && typeof value === 'number' ? asOf - value : value));
}

/** For a comparison that does not depend on the order in which elements came. */
export function sorted(elements: ReadonlyMap<string, string>): [string, string][] {
  return [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
}

type Put = (issue: string | null, path: string, element: Element, evidence: readonly string[]) => void;

function putInto(elements: StateElements, asOf: Day): Put {
  return (issue, path, element, evidence) => {
    const key = keyOf(issue, path);
    if (elements.has(key)) throw new Error(`two elements at ${key}`);
    elements.set(key, { issue, path, element, evidence, asOf });
  };
}

function putLists(
  put: Put,
  issue: string | null,
  { stances, agreements, meetings, plans, blockers }: UnassignedState,
  isTaken: (report: string) => boolean,
): void {
  for (const stance of stances) put(issue, pathOf(stance), stance, stance.evidence);
  for (const agreement of agreements) put(issue, `agreements/${agreement.report}`, agreement, [agreement.report]);
  for (const meeting of meetings) put(issue, meetingPath(meeting.id), meeting, meeting.evidence);
  for (const plan of plans) put(issue, planPath(plan.id), plan, plan.evidence);
  for (const blocker of blockers) {
    const id = blockerId(blocker);
    put(issue, blockerPath(id, blocker.kind === 'reported' && isTaken(id)), blocker, blocker.evidence);
  }
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
  const { index, point, negotiation } = reader;
  const owner = index.names.numberOf('negotiation', '', negotiation) ?? 0;
  const events = [...index.lists.numbers(LIST_KINDS.eventsOf, owner, point.r)];
  return events.filter((event) => index.isReport(event)).flatMap((event) => reader.report(index.subjectOf(event)) ?? []);
}
