import type { Seen } from './answers-seen.js';
import { typeOf, type DescribedSchemas } from './described-schemas.js';
import { routeOf } from './described-routes.js';

interface LineAnswered {
  readonly line?: number;
  readonly outcome?: string;
}

/** Says what of a body that the service took is not as the document has it: then a client that keeps to the document could not have sent it. */
export class RequestCheck {
  constructor(private readonly schemas: DescribedSchemas) {}

  /** @returns what is wrong in one line; undefined where all is as described, and where nothing was taken */
  faultOf(seen: Seen): string | undefined {
    const fault = this.found(seen);
    return fault && `the body of ${seen.method} ${seen.url}, which was taken: ${fault}`;
  }

  private found({ method, url, status, sent, sentAs, text }: Seen): string | undefined {
    const route = routeOf(this.schemas.document, method, url);
    // What comes with a read is not read.
    if (status >= 300 || !sent || route === undefined || route.method === 'get') return undefined;
    const type = typeOf(sentAs);
    const told = route.operation.requestBody?.content[type];
    if (told === undefined) return `none of the type "${type}" is described`;
    const schema = ['paths', route.path, route.method, 'requestBody', 'content', type, 'schema'];
    // A mark of the order of bytes is no part of the JSON.
    const whole = sent.replace(/^\uFEFF/, '');
    if (told.schema.contentSchema === undefined) return this.schemas.mismatch(JSON.parse(whole), schema);
    const taken = linesTaken(whole, text ?? '');
    return taken.map((line) => this.schemas.mismatch(JSON.parse(line), [...schema, 'contentSchema'])).find((fault) => fault !== undefined);
  }
}

/** Of the lines of an import those that were not rejected. */
function linesTaken(sent: string, answered: string): string[] {
  const lines = sent.split('\n');
  const outcomes = answered
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LineAnswered);
  return outcomes.flatMap(({ line, outcome }) => (line === undefined || outcome === 'rejected' ? [] : [lines[line - 1] ?? '']));
}
