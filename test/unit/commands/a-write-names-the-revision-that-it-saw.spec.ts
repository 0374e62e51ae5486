import { checkPrecondition, preconditionOf, requireRevision } from '../../../src/commands/writing/precondition.js';
import { Refusal } from '../../../src/vocabulary/refusal.js';

/** The code of the refusal; `met` where there is none. */
function outcome(check: () => void): string {
  try {
    check();
    return 'met';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

type Headers = [ifMatch: string | undefined, ifNoneMatch: string | undefined];

describe('the headers of a request', () => {
  it.each<[...Headers, ReturnType<typeof preconditionOf>]>([
    [undefined, undefined, { ifMatch: null, onlyIfNew: false }],
    ['"3"', undefined, { ifMatch: ['3'], onlyIfNew: false }],
    ['"3", "4"', undefined, { ifMatch: ['3', '4'], onlyIfNew: false }],
    [' * ', undefined, { ifMatch: '*', onlyIfNew: false }],
    // If-Match compares strongly: a weak tag matches nothing, nor does what is no tag of ours.
    ['W/"3"', undefined, { ifMatch: [], onlyIfNew: false }],
    ['3', undefined, { ifMatch: [], onlyIfNew: false }],
    ['"abc"', undefined, { ifMatch: [], onlyIfNew: false }],
    ['', undefined, { ifMatch: [], onlyIfNew: false }],
    [undefined, '*', { ifMatch: null, onlyIfNew: true }],
    [undefined, '"3"', { ifMatch: null, onlyIfNew: false }],
  ])('If-Match: %s, If-None-Match: %s', (ifMatch, ifNoneMatch, expected) => {
    expect(preconditionOf(ifMatch, ifNoneMatch)).toEqual(expected);
  });
});

describe('what they demand', () => {
  it.each<[...Headers, bigint | undefined, string]>([
    [undefined, undefined, 3n, 'met'],
    [undefined, undefined, undefined, 'met'],
    ['"3"', undefined, 3n, 'met'],
    ['"2"', undefined, 3n, 'stale-revision'],
    ['"2", "3"', undefined, 3n, 'met'],
    ['W/"3"', undefined, 3n, 'stale-revision'],
    ['*', undefined, 3n, 'met'],
    ['*', undefined, undefined, 'stale-revision'],
    ['"0"', undefined, undefined, 'stale-revision'],
    [undefined, '*', undefined, 'met'],
    [undefined, '*', 0n, 'stale-revision'],
  ])('If-Match: %s, If-None-Match: %s, at revision %s: %s', (ifMatch, ifNoneMatch, revision, expected) => {
    expect(
      outcome(() => {
        checkPrecondition(preconditionOf(ifMatch, ifNoneMatch), revision);
      }),
    ).toBe(expected);
  });

  it.each([
    [undefined, 'revision-required'],
    ['"3"', 'met'],
    ['"2"', 'stale-revision'],
    ['*', 'met'],
    ['', 'stale-revision'],
  ])('where a revision must be given, If-Match: %s: %s', (ifMatch, expected) => {
    expect(
      outcome(() => {
        requireRevision(preconditionOf(ifMatch, undefined), 3n);
      }),
    ).toBe(expected);
  });
});
