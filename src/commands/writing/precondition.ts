import { Refusal } from '../../vocabulary/refusal.js';

/** What a request demands of the revision that it writes on. */
export interface Precondition {
  /** The revisions of If-Match; `*` is any; null where there was no such header. */
  readonly ifMatch: readonly string[] | '*' | null;
  /** What stood there beside them: tags that are of no revision. */
  readonly strayTags: readonly string[];
  /** `If-None-Match: *`: only if there is nothing yet. */
  readonly onlyIfNew: boolean;
}

/** No demand: what an import makes. */
export const NO_PRECONDITION: Precondition = { ifMatch: null, strayTags: [], onlyIfNew: false };

/** Any revision will do. */
export const ANY_REVISION: Precondition = { ifMatch: '*', strayTags: [], onlyIfNew: false };

/**
 * @param revision that stands; undefined where there is nothing
 * @throws Refusal `stale-revision`, `not-a-revision`
 */
export function checkPrecondition({ ifMatch, strayTags, onlyIfNew }: Precondition, revision: bigint | undefined): void {
  if (onlyIfNew && revision !== undefined) throw stale(`It exists, at revision "${String(revision)}".`);
  if (ifMatch === null) return;
  if (revision === undefined) throw stale('There is nothing yet that If-Match could match.');
  if (ifMatch === '*' || ifMatch.includes(String(revision))) return;
  if (ifMatch.length === 0 && strayTags.length > 0) throw noRevision(strayTags, revision);
  throw stale(`It is at revision "${String(revision)}".`);
}

/** As above, where If-Match must be given. @throws Refusal `revision-required`, `stale-revision`, `not-a-revision` */
export function requireRevision(precondition: Precondition, revision: bigint): void {
  if (precondition.ifMatch === null) {
    throw new Refusal('revision-required', `Send If-Match with the revision that you saw; it is at "${String(revision)}" now.`);
  }
  checkPrecondition(precondition, revision);
}

/** Reads the headers of a request. */
export function preconditionOf(ifMatch: string | undefined, ifNoneMatch: string | undefined): Precondition {
  const onlyIfNew = ifNoneMatch?.trim() === '*';
  if (ifMatch === undefined) return { ifMatch: null, strayTags: [], onlyIfNew };
  if (ifMatch.trim() === '*') return { ifMatch: '*', strayTags: [], onlyIfNew };
  const tags = ifMatch
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const revisionIn = (tag: string): string | undefined => REVISION.exec(tag)?.[1];
  return {
    ifMatch: tags.flatMap((tag) => revisionIn(tag) ?? []),
    strayTags: tags.filter((tag) => revisionIn(tag) === undefined),
    onlyIfNew,
  };
}

/** If-Match compares strongly: a weak tag matches nothing. */
const REVISION = /^"(\d+)"$/;

/** As reads give it: a hash over their whole answer. */
const TAG_OF_A_READ = /^(W\/)?"[\w-]{43}"$/;

function noRevision(tags: readonly string[], revision: bigint): Refusal {
  const what = tags.some((tag) => TAG_OF_A_READ.test(tag)) ? 'the ETag of a read, which stands for one answer' : 'no revision in quotes';
  const where = 'a write, an entry and the history of a report give it as their ETag, a report in its field "revision"';
  return new Refusal('not-a-revision', `If-Match holds ${what}. Send the revision that you saw, "${String(revision)}" by now: ${where}.`);
}

function stale(detail: string): Refusal {
  return new Refusal('stale-revision', detail);
}
