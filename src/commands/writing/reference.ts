import { pointerTo } from '../../http/faults.js';
import type { Actor } from '../../vocabulary/actor.js';
import type { Condition } from '../../vocabulary/events/position-stated.js';
import type { NamedKind } from '../../ports/near-ids.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { isMeetingReport } from '../../vocabulary/events/report-content.js';

/** An id in a body that must exist. `actor` is a party or a person. */
export interface Reference {
  readonly kind: NamedKind;
  readonly id: string;
  readonly pointer: string;
}

/** What a path names. */
export type Subject = Pick<Reference, 'kind' | 'id'>;

/** The keys of what is named, in a set of such: an `actor` may be either of two. */
export function keysOf({ kind, id }: Subject): string[] {
  return kind === 'actor' ? [`party ${id}`, `person ${id}`] : [`${kind} ${id}`];
}

type Path = readonly (string | number)[];

/** Its pointer is made when somebody asks: most references are right. */
class ReferenceAt implements Reference {
  constructor(
    readonly kind: Reference['kind'],
    readonly id: string,
    private readonly at: Path,
    private readonly path: Path,
  ) {}

  get pointer(): string {
    return pointerTo([...this.at, ...this.path]);
  }
}

export function referenceAt(kind: Reference['kind'], id: string, path: Path): Reference {
  return new ReferenceAt(kind, id, [], path);
}

/** The reference at a path; none where the id is null or left out. */
export function reference(kind: Reference['kind'], id: string | null | undefined, path: Path): Reference[] {
  return id == null ? [] : [referenceAt(kind, id, path)];
}

/** References to all ids of a list. */
export function references(kind: Reference['kind'], ids: readonly string[], path: Path): Reference[] {
  return ids.flatMap((id, i) => reference(kind, id, [...path, i]));
}

/** Every id that a report's content names. @param at where in the body the content stands */
export function referencesOfReport(content: ReportContent, at: Path = []): Reference[] {
  const named = new NamedIn(at);
  named.add('source', content.source.id, ['source', 'id']);
  named.actors(content.claim.by, ['claim', 'by']);
  named.actors(content.claim.via, ['claim', 'via']);
  named.all('issue', content.issues, ['issues']);
  named.add('meeting', content.meeting, ['meeting']);
  nameData(content, named);
  return named.references;
}

/** Gathers what a content names: an import asks each of its lines for that. */
class NamedIn {
  readonly references: Reference[] = [];

  constructor(private readonly at: Path) {}

  add(kind: Reference['kind'], id: string | null | undefined, path: Path): void {
    if (id != null) this.references.push(new ReferenceAt(kind, id, this.at, path));
  }

  all(kind: Reference['kind'], ids: readonly string[], path: Path): void {
    ids.forEach((id, i) => {
      this.add(kind, id, [...path, i]);
    });
  }

  actor(actor: Actor, path: Path): void {
    if (typeof actor === 'string') this.add('actor', actor, path);
    else this.add('party', actor.party, [...path, 'party']);
  }

  actors(list: readonly Actor[], path: Path): void {
    list.forEach((actor, i) => {
      this.actor(actor, [...path, i]);
    });
  }

  conditions(conditions: readonly Condition[]): void {
    conditions.forEach(({ proposition }, i) => {
      this.add('proposition', proposition, ['data', 'conditions', i, 'proposition']);
    });
  }
}

function nameData(content: ReportContent, named: NamedIn): void {
  if (isMeetingReport(content)) {
    const { hosts, attendance } = content.data;
    named.actors(hosts, ['data', 'hosts']);
    attendance.forEach(({ actor }, i) => {
      named.actor(actor, ['data', 'attendance', i, 'actor']);
    });
    return;
  }
  switch (content.type) {
    case 'PlanTabled':
    case 'PlanRevised':
      named.add('plan', content.data.plan, ['data', 'plan']);
      named.actors(content.data.by, ['data', 'by']);
      content.data.points.forEach(({ propositions }, i) => {
        named.all('proposition', propositions, ['data', 'points', i, 'propositions']);
      });
      if (content.type === 'PlanRevised') named.add('plan', content.data.revises.plan, ['data', 'revises', 'plan']);
      return;
    case 'PositionStated': {
      const { party, speaker, proposition, plan, conditions, previous } = content.data;
      named.add('party', party, ['data', 'party']);
      if (speaker !== null) named.actor(speaker, ['data', 'speaker']);
      named.add('proposition', proposition, ['data', 'proposition']);
      named.add('plan', plan, ['data', 'plan']);
      named.conditions(conditions);
      named.add('report', previous, ['data', 'previous']);
      return;
    }
    case 'AgreementSigned': {
      const { signatories, propositions, conditions } = content.data;
      signatories.forEach(({ party, person }, i) => {
        named.add('party', party, ['data', 'signatories', i, 'party']);
        named.add('person', person, ['data', 'signatories', i, 'person']);
      });
      named.all('proposition', propositions, ['data', 'propositions']);
      named.conditions(conditions);
      return;
    }
    case 'RoleChanged':
      named.add('person', content.data.person, ['data', 'person']);
      named.add('party', content.data.party, ['data', 'party']);
      return;
    case 'AssessmentMade': {
      const { about, resolves } = content.data;
      for (const kind of ['issue', 'plan', 'meeting', 'proposition'] as const) named.add(kind, about?.[kind], ['data', 'about', kind]);
      named.add('report', resolves, ['data', 'resolves']);
      return;
    }
    case 'ContextReported':
      return;
  }
}
