import { withoutRepeats } from '../../rules/order.js';
import type { Part } from '../../rules/replay/parts.js';
import type { Target } from '../../rules/statements.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { GroundsReader } from '../reading/grounds-reader.js';
import type { SceneReader } from '../reading/scene-reader.js';
import { LIST_KINDS, namingKind } from '../tables/list-kinds.js';
import type { NameKind } from '../tables/names.js';

/** The ids of reports of which a version, recorded by R, may touch a part of the state. */
export function reportsTouching(scene: SceneReader, part: Part): string[] {
  switch (part.kind) {
    case 'stance':
      return speakingOn(scene, [part.target], [part.party]);
    case 'verdict':
      return speakingOn(scene, [{ kind: 'proposition', id: part.proposition }]);
    case 'convergence':
      return speakingOn(scene, targetsEverOf(scene, part.issue));
    case 'staleness':
      return naming(scene, 'issue', part.issue);
    case 'meeting':
    case 'plan':
      return naming(scene, part.kind, part.id);
    case 'agreement':
      return [part.id];
    case 'blocker':
      return withoutRepeats([part.id, ...naming(scene, 'resolves', part.id)]);
  }
}

/** @param parties left out: whoever speaks */
function speakingOn({ index, negotiation, point }: SceneReader, targets: readonly Target[], parties?: readonly string[]): string[] {
  const grounds = new GroundsReader(index, negotiation, point);
  const contents = targets.flatMap((target) => [...grounds.contentsOn(target, parties)]);
  return withoutRepeats(contents.filter((content) => content <= point.r).map((content) => index.subjectOf(content)));
}

function naming({ index, negotiation, point }: SceneReader, kind: NameKind, id: string): string[] {
  const name = index.names.numberOf(kind, negotiation, id);
  if (name === undefined) return [];
  const contents = REPORT_TYPES.flatMap((type) => [...index.lists.numbers(namingKind(type), name, point.r)]);
  return withoutRepeats(contents.filter((content) => content <= point.r).map((content) => index.subjectOf(content)));
}

function targetsEverOf({ index, negotiation, point }: SceneReader, issue: string): Target[] {
  const name = index.names.numberOf('issue', negotiation, issue);
  if (name === undefined) return [];
  return withoutRepeats([...index.lists.numbers(LIST_KINDS.propositionsOf, name, point.r)]).map((proposition) => ({
    kind: 'proposition',
    id: index.names.idOf(proposition),
  }));
}
