import { pointerTo } from '../../http/faults.js';
import type { Actor } from '../../vocabulary/actor.js';
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

/** A reference; its pointer is made when somebody asks: most references are right. */
export function referenceAt(kind: Reference['kind'], id: string, path: Path): Reference {
  return {
    kind,
    id,
    get pointer() {
      return pointerTo(path);
    },
  };
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
  return [
    ...reference('source', content.source.id, [...at, 'source', 'id']),
    ...actors(content.claim.by, [...at, 'claim', 'by']),
    ...actors(content.claim.via, [...at, 'claim', 'via']),
    ...references('issue', content.issues, [...at, 'issues']),
    ...reference('meeting', content.meeting, [...at, 'meeting']),
    ...referencesOfData(content, [...at, 'data']),
  ];
}

function referencesOfData(content: ReportContent, at: Path): Reference[] {
  if (isMeetingReport(content)) {
    const { hosts, attendance } = content.data;
    return [
      ...actors(hosts, [...at, 'hosts']),
      ...attendance.flatMap(({ actor }, i) => actorReference(actor, [...at, 'attendance', i, 'actor'])),
    ];
  }
  switch (content.type) {
    case 'PlanTabled':
    case 'PlanRevised':
      return [
        ...reference('plan', content.data.plan, [...at, 'plan']),
        ...actors(content.data.by, [...at, 'by']),
        ...content.data.points.flatMap(({ propositions }, i) =>
          references('proposition', propositions, [...at, 'points', i, 'propositions']),
        ),
        ...(content.type === 'PlanRevised' ? reference('plan', content.data.revises.plan, [...at, 'revises', 'plan']) : []),
      ];
    case 'PositionStated': {
      const { party, speaker, proposition, plan, conditions, previous } = content.data;
      return [
        ...reference('party', party, [...at, 'party']),
        ...(speaker === null ? [] : actorReference(speaker, [...at, 'speaker'])),
        ...reference('proposition', proposition, [...at, 'proposition']),
        ...reference('plan', plan, [...at, 'plan']),
        ...conditions.flatMap((condition, i) => reference('proposition', condition.proposition, [...at, 'conditions', i, 'proposition'])),
        ...reference('report', previous, [...at, 'previous']),
      ];
    }
    case 'AgreementSigned': {
      const { signatories, propositions, conditions } = content.data;
      return [
        ...signatories.flatMap(({ party, person }, i) => [
          ...reference('party', party, [...at, 'signatories', i, 'party']),
          ...reference('person', person, [...at, 'signatories', i, 'person']),
        ]),
        ...references('proposition', propositions, [...at, 'propositions']),
        ...conditions.flatMap((condition, i) => reference('proposition', condition.proposition, [...at, 'conditions', i, 'proposition'])),
      ];
    }
    case 'RoleChanged':
      return [...reference('person', content.data.person, [...at, 'person']), ...reference('party', content.data.party, [...at, 'party'])];
    case 'AssessmentMade': {
      const { about, resolves } = content.data;
      return [
        ...(['issue', 'plan', 'meeting', 'proposition'] as const).flatMap((kind) => reference(kind, about?.[kind], [...at, 'about', kind])),
        ...reference('report', resolves, [...at, 'resolves']),
      ];
    }
    case 'ContextReported':
      return [];
  }
}

function actors(list: readonly Actor[], at: Path): Reference[] {
  return list.flatMap((actor, i) => actorReference(actor, [...at, i]));
}

function actorReference(actor: Actor, at: Path): Reference[] {
  return typeof actor === 'string' ? reference('actor', actor, at) : reference('party', actor.party, [...at, 'party']);
}
