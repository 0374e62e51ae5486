import type { Certainty } from '../vocabulary/axes.js';
import { compare } from '../vocabulary/compare.js';
import type { Day } from '../vocabulary/day.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import { ageInDays } from './age.js';
import type { Registry, VisibleReport } from './scene.js';
import type { TargetVerdict } from './targets.js';

interface Blocking {
  readonly summary: string;
  readonly certainty: Certainty;
  /** D − the latest `O.hi` of its evidence; null where the latest has no last day. */
  readonly ageDays: number | null;
  readonly evidence: readonly string[];
}

export type OpposedTarget = Blocking & {
  readonly kind: 'opposed-target';
  readonly proposition: string;
  /** Of the proposition in other languages, where it has some. */
  readonly names?: NamesByLanguage;
};
export type ReportedBlocker = Blocking & { readonly kind: 'reported'; readonly report: string };
export type Blocker = OpposedTarget | ReportedBlocker;

/** The opposed targets of an issue, as blockers. Design 4, "Blockers". */
export function opposedTargets(targets: readonly TargetVerdict[], propositions: Registry['proposition'], asOf: Day): OpposedTarget[] {
  return targets
    .filter(({ verdict }) => verdict === 'opposed')
    .map(({ proposition, certainty, evidence, occurred }) => {
      const entry = propositions.get(proposition);
      return {
        kind: 'opposed-target',
        proposition,
        summary: entry?.text ?? proposition,
        ...(entry?.names && { names: entry.names }),
        certainty,
        ageDays: ageInDays(occurred, asOf),
        evidence,
      };
    });
}

/**
 * The AssessmentMade with `blocker: true` that nothing closes, by id. Closed only by another, certain report that names it in
 * `resolves`, never by silence. Design 4, "Blockers".
 * @param candidates those that would stand where the question is
 * @param resolvers a set that holds at least the visible reports that name one of them in `resolves`
 */
export function reportedBlockers(candidates: readonly VisibleReport[], resolvers: readonly VisibleReport[], asOf: Day): ReportedBlocker[] {
  return candidates
    .filter(({ content }) => content.type === 'AssessmentMade' && content.data.blocker)
    .filter(({ id }) => !resolvers.some((resolver) => resolves(resolver, id)))
    .sort((a, b) => compare(a.id, b.id))
    .map(({ id, content, certainty, occurred }) => ({
      kind: 'reported',
      report: id,
      summary: content.summary,
      certainty,
      ageDays: ageInDays([occurred], asOf),
      evidence: [id],
    }));
}

function resolves(report: VisibleReport, blocker: string): boolean {
  const { id, content, certainty } = report;
  return content.type === 'AssessmentMade' && content.data.resolves === blocker && id !== blocker && certainty === 'certain';
}
