import { type Document, type Operation, routeOf } from './described-routes.js';

/** All that the service has use for. */
export const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];

/** A path of the document with the examples of its parameters in their places. */
export interface PathByExample {
  /** As the document has it. */
  readonly path: string;
  readonly url: string;
  /** Those that are described for the URL, of this path or of one that it is of too; in capitals. */
  readonly methods: readonly string[];
}

/** All paths of a document, each as it can be asked. */
export function pathsByExample(document: Document): PathByExample[] {
  return Object.entries(document.paths).map(([path, item]) => {
    const url = urlOf(path, Object.values(item));
    return { path, url, methods: METHODS.filter((method) => routeOf(document, method, url) !== undefined) };
  });
}

/** With what a query must have, too. */
function urlOf(path: string, operations: readonly Operation[]): string {
  const parameters = operations.flatMap(({ parameters: some = [] }) => some);
  const exampleOf = (name: string): string => parameters.find((one) => one.name === name)?.example ?? 'none';
  const query = parameters.filter((one) => one.in === 'query' && one.required === true).map(({ name }) => `${name}=${exampleOf(name)}`);
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => exampleOf(name)) + (query.length > 0 ? `?${query.join('&')}` : '');
}
