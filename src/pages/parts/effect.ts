import type { Actor } from '../../vocabulary/actor.js';
import type { Change } from '../asking/change-shapes.js';
import type { Agreement, Blocker, Convergence } from '../asking/issue-shapes.js';
import type { MeetingBrief } from '../asking/meeting-shapes.js';
import type { PlanBrief } from '../asking/plan-shapes.js';
import type { Stance } from '../asking/stance-shapes.js';

interface Both<T> {
  readonly before: T | null;
  readonly after: T | null;
}

interface Placed {
  readonly issue: string | null;
  readonly because: Change['because'];
}

/** @property onIssues all on which it stands */
export type BlockerEffect = Placed & { readonly kind: 'blocker'; readonly onIssues: readonly (string | null)[] } & Both<Blocker>;

/** A change as a page shows it, by what it is a change of. */
export type Effect = Placed &
  (
    | ({ readonly kind: 'stance'; readonly party: string } & Both<Stance>)
    | ({ readonly kind: 'meeting' } & Both<MeetingBrief>)
    | ({ readonly kind: 'plan' } & Both<PlanBrief>)
    | BlockerEffect
    | ({ readonly kind: 'agreement' } & Both<Agreement>)
    | ({ readonly kind: 'convergence' } & Both<Convergence>)
    | ({ readonly kind: 'stale' } & Both<boolean>)
  );

export type EffectKind = Effect['kind'];

const KINDS: Readonly<Record<string, EffectKind>> = {
  stances: 'stance',
  meetings: 'meeting',
  plans: 'plan',
  blockers: 'blocker',
  agreements: 'agreement',
  convergence: 'convergence',
  stale: 'stale',
};

const ON_SEVERAL: readonly EffectKind[] = ['meeting', 'plan', 'blocker'];

/**
 * Changes as effects. A path that is not known here is left out.
 * @param onEachIssue whether a meeting, a plan or a blocker that stands on several issues is told with each of them; else once
 */
export function effectsOf(changes: readonly Change[], { onEachIssue } = { onEachIssue: false }): Effect[] {
  const told = new Set<string>();
  const byPath = Map.groupBy(changes, ({ path }) => path);
  return changes.flatMap(({ issue, path, before, after, because }) => {
    const [head = '', party = ''] = path.split('/');
    const kind = KINDS[head];
    if (kind === undefined) return [];
    const isTold = !onEachIssue && ON_SEVERAL.includes(kind) && told.has(path);
    told.add(path);
    const onIssues = byPath.get(path)?.map((change) => change.issue) ?? [];
    return isTold ? [] : [{ kind, party, issue, onIssues, because, before, after } as unknown as Effect];
  });
}

/** Whether nothing changed that a reader would call a change: it only became certain, or was said again. */
export function isQuiet(effect: Effect): boolean {
  if (effect.before === null || effect.after === null) return false;
  switch (effect.kind) {
    case 'stance':
      return tellingOf(effect.before) === tellingOf(effect.after);
    case 'meeting':
      return effect.before.status === effect.after.status && effect.before.when === effect.after.when;
    case 'plan':
      return effect.before.status === effect.after.status && effect.before.points.length === effect.after.points.length;
    case 'blocker':
    case 'agreement':
      return true;
    case 'convergence':
    case 'stale':
      return false;
  }
}

/** Only the stances of a party and what it signed, as `changes?party=` has them: a replay takes no party. */
export function ofParty(effects: readonly Effect[], party: string): Effect[] {
  return effects.filter((effect) => {
    if (effect.kind === 'stance') return effect.party === party;
    if (effect.kind !== 'agreement') return false;
    return [effect.before, effect.after].some((agreement) => agreement?.signatories.some((one) => one.party === party));
  });
}

/** Who is named as speaking in the stances that changed. */
export function saidBy(effects: readonly Effect[]): Actor[] {
  const stances = effects.flatMap((effect) => (effect.kind === 'stance' ? [effect.before, effect.after] : []));
  return stances.flatMap((stance) => stance?.by ?? []);
}

/** The first report that is named as the cause; undefined where only time passed or an entry changed. */
export function causingReport({ because }: Effect): string | undefined {
  for (const cause of because) if ('report' in cause) return cause.report;
  return undefined;
}

function tellingOf({ modality, voice, conditions, contestedBy }: Stance): string {
  return JSON.stringify([modality, voice, conditions.map(({ text }) => text), contestedBy.map((said) => said.modality)]);
}
