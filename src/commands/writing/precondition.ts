import { Refusal } from '../../vocabulary/refusal.js';

/** What a request demands of the revision that it writes on. */
export interface Precondition {
  /** The revisions of If-Match; `*` is any; null where there was no such header. */
  readonly ifMatch: readonly string[] | '*' | null;
  /** `If-None-Match: *`: only if there is nothing yet. */
  readonly onlyIfNew: boolean;
}

/** No demand: what an import makes. */
export const NO_PRECONDITION: Precondition = { ifMatch: null, onlyIfNew: false };

/** Any revision will do. */
export const ANY_REVISION: Precondition = { ifMatch: '*', onlyIfNew: false };

/**
 * @param revision that stands; undefined where there is nothing
 * @throws Refusal `stale-revision`
 */
export function checkPrecondition({ ifMatch, onlyIfNew }: Precondition, revision: bigint | undefined): void {
  if (onlyIfNew && revision !== undefined) throw stale(`It exists, at revision "${String(revision)}".`);
  if (ifMatch === null) return;
  if (revision === undefined) throw stale('There is nothing yet that If-Match could match.');
  if (ifMatch !== '*' && !ifMatch.includes(String(revision))) throw stale(`It is at revision "${String(revision)}".`);
}

/** As above, where If-Match must be given. @throws Refusal `revision-required`, `stale-revision` */
export function requireRevision(precondition: Precondition, revision: bigint): void {
  if (precondition.ifMatch === null) {
    throw new Refusal('revision-required', `Send If-Match with the revision that you saw; it is at "${String(revision)}" now.`);
  }
  checkPrecondition(precondition, revision);
}

/** Reads the headers of a request. */
export function preconditionOf(ifMatch: string | undefined, ifNoneMatch: string | undefined): Precondition {
  return { ifMatch: ifMatch === undefined ? null : revisionsIn(ifMatch), onlyIfNew: ifNoneMatch?.trim() === '*' };
}

/** If-Match compares strongly: a weak tag matches nothing. */
function revisionsIn(header: string): string[] | '*' {
  if (header.trim() === '*') return '*';
  return header.split(',').flatMap((tag) => /^\s*"(\d+)"\s*$/.exec(tag)?.[1] ?? []);
}

function stale(detail: string): Refusal {
  return new Refusal('stale-revision', detail);
}
