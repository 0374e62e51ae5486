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
    [undefined, undefined, { ifMatch: null, strayTags: [], onlyIfNew: false }],
    ['"3"', undefined, { ifMatch: ['3'], strayTags: [], onlyIfNew: false }],
    ['"3", "4"', undefined, { ifMatch: ['3', '4'], strayTags: [], onlyIfNew: false }],
    [' * ', undefined, { ifMatch: '*', strayTags: [], onlyIfNew: false }],
    // If-Match compares strongly: a weak tag matches nothing, nor does what is no tag of ours.
    ['W/"3"', undefined, { ifMatch: [], strayTags: ['W/"3"'], onlyIfNew: false }],
    ['3', undefined, { ifMatch: [], strayTags: ['3'], onlyIfNew: false }],
    ['"abc", "3"', undefined, { ifMatch: ['3'], strayTags: ['"abc"'], onlyIfNew: false }],
    ['', undefined, { ifMatch: [], strayTags: [], onlyIfNew: false }],
    [undefined, '*', { ifMatch: null, strayTags: [], onlyIfNew: true }],
    [undefined, '"3"', { ifMatch: null, strayTags: [], onlyIfNew: false }],
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
    ['W/"3"', undefined, 3n, 'not-a-revision'],
    ['"abc"', undefined, 3n, 'not-a-revision'],
    ['"abc"', undefined, undefined, 'stale-revision'],
    ['"abc", "3"', undefined, 3n, 'met'],
    ['"abc", "2"', undefined, 3n, 'stale-revision'],
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
    ['3', 'not-a-revision'],
  ])('where a revision must be given, If-Match: %s: %s', (ifMatch, expected) => {
    expect(
      outcome(() => {
        requireRevision(preconditionOf(ifMatch, undefined), 3n);
      }),
    ).toBe(expected);
  });
});

describe('a tag that is of no revision', () => {
  const told = (ifMatch: string): string => {
    try {
      requireRevision(preconditionOf(ifMatch, undefined), 3n);
      return 'met';
    } catch (error) {
      return error instanceof Refusal ? error.detail : String(error);
    }
  };

  it('is told apart as that of a read, with what to send instead', () => {
    const ofARead = '"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"';
    for (const tag of [ofARead, `W/${ofARead}`]) expect(told(tag)).toMatch(/^If-Match holds the ETag of a read.* Send the revision .*"3"/);
    expect(told('3')).toMatch(/^If-Match holds no revision in quotes.* Send the revision .*"3"/);
  });
});
