const header = (description: string, example: string): object => ({ description, schema: { type: 'string' }, example });

/** The headers that answers come with. */
export const HEADERS = {
  'X-Request-Id': header('Which request is answered: the id that it came with, or a new one', '019b8a31-7c6e-7d0c-9f5e-2b1f3a4c5d6e'),
  ETag: header('Of this answer: send it as `If-None-Match`', 'W/"kk0Mt6WL1J0xcx0SsE8gWFdMJvXyzVqGx8SPcMJAbBc"'),
  Revision: header('The revision, quoted: send it as `If-Match` with what changes it', '"0"'),
  'Content-Location': header(
    'The URL of this very answer, all axes fixed: the one to cite',
    '/v1/negotiations/ukraine-peace?asOf=2026-01-31',
  ),
  'Log-Root': header(
    'The position that the answer is of, and the root of the log up to there, by which it is known again',
    '@274 sha256:ce2d666559b1b15a24d629bf60c8f1adf01f6f3479c545238eada9d9a6b8dac3',
  ),
  'Cache-Control': header('A day where `asOf` and `recordedBy=@POSITION` are given, else `no-cache`', 'no-cache'),
  Link: header('Of a list: the next page', '</v1/negotiations?cursor=dGFsa3M>; rel="next"'),
  Location: header('Where what is new is read', '/v1/negotiations/ukraine-peace/reports/merz-rules-nothing-out'),
  'Retry-After': header('In how many seconds to ask again', '1'),
  'WWW-Authenticate': header('How to send credentials', 'Bearer realm="admin"'),
} as const;

type Name = keyof typeof HEADERS;

/** Headers of an answer, by name as they are sent. */
export function headers(...names: readonly Name[]): Record<string, object> {
  const sent = (name: Name): string => (name === 'Revision' ? 'ETag' : name);
  return Object.fromEntries(names.map((name) => [sent(name), { $ref: `#/components/headers/${name}` }]));
}

/** The headers of a good answer of an operation. @param path its parameters as `{name}` */
export function headersOf(method: string, path: string, status: number, isList: boolean): Record<string, object> {
  if (path.startsWith('/v1/negotiations')) {
    const isStream = /\/(replay|export)$/.test(path);
    if (isStream) return headers('X-Request-Id', 'Log-Root', 'Cache-Control');
    return headers('X-Request-Id', 'ETag', 'Content-Location', 'Log-Root', 'Cache-Control', ...(isList ? (['Link'] as const) : []));
  }
  const revision = hasRevision(path) ? (['Revision'] as const) : [];
  return headers('X-Request-Id', ...revision, ...(status === 201 ? (['Location'] as const) : []));
}

/** Whether the answers of a path bear the revision of what is stored as their ETag. */
export function hasRevision(path: string): boolean {
  return path.startsWith('/v1/admin/negotiations') && !/\/(import|history)$|\/webhooks(\/|$)/.test(path);
}
