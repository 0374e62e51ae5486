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
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>> };
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: { readonly enum?: readonly string[] };
  readonly example?: string;
}

export interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
}

export interface Schema {
  readonly contentSchema?: object;
}

/** Where an answer is described: the path of the document, and the operation; undefined where there is none. */
export interface DescribedRoute {
  readonly path: string;
  readonly item: Readonly<Record<string, Operation>>;
}

/** The route of the document that a URL leads to: the one with the fewest parameters. */
export function routeOf({ paths }: Document, url: string): DescribedRoute | undefined {
  const asked = (pathOf(url).split('?', 1)[0] ?? '').split('/');
  const fitting = Object.entries(paths).filter(([path]) => fits(path.split('/'), asked));
  const [first] = fitting.toSorted(([a], [b]) => a.split('{').length - b.split('{').length);
  return first && { path: first[0], item: first[1] };
}

function fits(segments: readonly string[], asked: readonly string[]): boolean {
  return segments.length === asked.length && segments.every((one, i) => (one.startsWith('{') ? asked[i] !== '' : one === asked[i]));
}
