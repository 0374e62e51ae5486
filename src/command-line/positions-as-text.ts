/** For `JSON.stringify`: positions and revisions are written as the API writes them. */
export function positionsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
