/** The path of a request, with its query: a proxy asks with the whole URL, whose host is not ours to repeat. */
export function pathOf(url: string): string {
  const path = withoutEnd(url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, ''));
  return path.startsWith('/') || path === '*' ? path : `/${path}`;
}

/** A slash at the end of a path says nothing. */
function withoutEnd(path: string): string {
  return path.replace(/^([^?]*[^/?])\/(?=$|\?)/, '$1');
}
