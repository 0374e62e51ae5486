import { pathOf } from '../../../src/http/request-path.js';

/** JSON as the standard of OpenAPI has it. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly responses: Readonly<Record<string, Response>> };
}

export interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>> };
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly enum?: readonly string[] };
  readonly example?: string;
}

export interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
}

export interface Schema {
  readonly contentSchema?: object;
}

/** Where an answer is described. */
export interface DescribedRoute {
  /** As the document has it. */
  readonly path: string;
  /** In small letters; that of a GET where a HEAD is asked. */
  readonly method: string;
  readonly operation: Operation;
}

/** The route of the document that a request leads to: of those of its method the one with the fewest parameters; undefined where there is none. */
export function routeOf({ paths }: Document, method: string, url: string): DescribedRoute | undefined {
  const asked = (pathOf(url).split('?', 1)[0] ?? '').split('/');
  const of = method === 'HEAD' ? 'get' : method.toLowerCase();
  const fitting = Object.entries(paths).flatMap(([path, { [of]: operation }]) =>
    operation && fits(path.split('/'), asked) ? [{ path, method: of, operation }] : [],
  );
  return fitting.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

function fits(segments: readonly string[], asked: readonly string[]): boolean {
  return segments.length === asked.length && segments.every((one, i) => (one.startsWith('{') ? asked[i] !== '' : one === asked[i]));
}
