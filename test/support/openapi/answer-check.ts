import type { AnswerSeen } from './answers-seen.js';
import { type Document, type Operation, type Response, routeOf } from './described-routes.js';
import { DescribedSchemas, typeOf } from './described-schemas.js';

/** Says what of an answer is not as the document has it. */
export class AnswerCheck {
  private readonly schemas: DescribedSchemas;

  constructor(described: Document | DescribedSchemas) {
    this.schemas = described instanceof DescribedSchemas ? described : new DescribedSchemas(described);
  }

  /** @returns what is wrong in one line; undefined where all is as described */
  faultOf(seen: AnswerSeen): string | undefined {
    const fault = this.found(seen);
    return fault && `${seen.method} ${seen.url} → ${String(seen.status)}: ${fault}`;
  }

  private found(seen: AnswerSeen): string | undefined {
    const { method, url, status } = seen;
    const route = routeOf(this.schemas.document, method, url);
    if (route === undefined) return status >= 400 ? this.ofProblem(seen) : undefined;
    const { operation } = route;
    const pointer = ['paths', route.path, route.method, 'responses', String(status)];
    const response = this.responseOf(operation, status, pointer);
    if (response === undefined) return `the status is not described${seen.text === null ? '' : `: ${seen.text.slice(0, 200)}`}`;
    return this.ofBody(seen, response.told, response.pointer);
  }

  /** What stands where the document has no operation is a problem all the same. */
  private ofProblem({ text, headers, method }: AnswerSeen): string | undefined {
    if (text === null || method === 'HEAD' || !typeOf(headers['content-type']).includes('json')) return undefined;
    return this.schemas.mismatch(JSON.parse(text), ['components', 'schemas', 'Problem']);
  }

  private responseOf({ responses }: Operation, status: number, pointer: readonly string[]) {
    const told = responses[String(status)];
    if (told === undefined) return undefined;
    if (!('$ref' in told)) return { told, pointer };
    const name = told.$ref.split('/').at(-1) ?? '';
    return { told: this.schemas.document.components.responses[name] ?? {}, pointer: ['components', 'responses', name] };
  }

  private ofBody({ text, headers, method }: AnswerSeen, { content }: Response, pointer: readonly string[]): string | undefined {
    if (text === null || method === 'HEAD') return undefined;
    if (content === undefined) return text === '' ? undefined : `a body where none is described: ${text.slice(0, 200)}`;
    const type = typeOf(headers['content-type']);
    const told = content[type];
    if (told === undefined) return `the content type "${type}" is not described`;
    const schema = [...pointer, 'content', type, 'schema'];
    if (type === 'text/plain' || type === 'text/csv') return this.schemas.mismatch(text, schema);
    if (told.schema.contentSchema === undefined) return this.schemas.mismatch(JSON.parse(text), schema);
    const parts = type === 'text/event-stream' ? dataOf(text) : text.split('\n').filter((line) => line !== '');
    return parts.map((part) => this.schemas.mismatch(JSON.parse(part), [...schema, 'contentSchema'])).find((fault) => fault !== undefined);
  }
}

function dataOf(events: string): string[] {
  return events.split('\n').flatMap((line) => (line.startsWith('data: ') ? [line.slice('data: '.length)] : []));
}
