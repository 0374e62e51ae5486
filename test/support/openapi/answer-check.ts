import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Seen } from './answers-seen.js';
import { type Document, type Operation, type Response, routeOf } from './described-routes.js';

const DOCUMENT = 'https://negotiation-tracker.test/openapi.json';

/** Says what of an answer is not as the document has it. Objects are taken as closed here: a field that is not described is told. */
export class AnswerCheck {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  private readonly document: Document;
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    this.document = closed(document);
    this.ajv.addSchema(this.document, DOCUMENT);
  }

  /** @returns what is wrong in one line; undefined where all is as described */
  faultOf(seen: Seen): string | undefined {
    const fault = this.found(seen);
    return fault && `${seen.method} ${seen.url} → ${String(seen.status)}: ${fault}`;
  }

  private found(seen: Seen): string | undefined {
    const { method, url, status } = seen;
    const route = routeOf(this.document, method, url);
    if (route === undefined) return status >= 400 ? this.ofProblem(seen) : undefined;
    const { operation } = route;
    const pointer = ['paths', route.path, route.method, 'responses', String(status)];
    const response = this.responseOf(operation, status, pointer);
    if (response === undefined) return `the status is not described${seen.text === null ? '' : `: ${seen.text.slice(0, 200)}`}`;
    return this.ofBody(seen, response.told, response.pointer);
  }

  /** What stands where the document has no operation is a problem all the same. */
  private ofProblem({ text, headers, method }: Seen): string | undefined {
    if (text === null || method === 'HEAD' || !typeOf(headers['content-type']).includes('json')) return undefined;
    return this.mismatch(JSON.parse(text), ['components', 'schemas', 'Problem']);
  }

  private responseOf({ responses }: Operation, status: number, pointer: readonly string[]) {
    const told = responses[String(status)];
    if (told === undefined) return undefined;
    if (!('$ref' in told)) return { told, pointer };
    const name = told.$ref.split('/').at(-1) ?? '';
    return { told: this.document.components.responses[name] ?? {}, pointer: ['components', 'responses', name] };
  }

  private ofBody({ text, headers, method }: Seen, { content }: Response, pointer: readonly string[]): string | undefined {
    if (text === null || method === 'HEAD') return undefined;
    if (content === undefined) return text === '' ? undefined : `a body where none is described: ${text.slice(0, 200)}`;
    const type = typeOf(headers['content-type']);
    const told = content[type];
    if (told === undefined) return `the content type "${type}" is not described`;
    const schema = [...pointer, 'content', type, 'schema'];
    if (type === 'text/plain' || type === 'text/csv') return this.mismatch(text, schema);
    if (told.schema.contentSchema === undefined) return this.mismatch(JSON.parse(text), schema);
    const parts = type === 'text/event-stream' ? dataOf(text) : text.split('\n').filter((line) => line !== '');
    return parts.map((part) => this.mismatch(JSON.parse(part), [...schema, 'contentSchema'])).find((fault) => fault !== undefined);
  }

  private mismatch(value: unknown, pointer: readonly string[]): string | undefined {
    const at = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = this.compiled.get(at) ?? this.ajv.compile({ $ref: `${DOCUMENT}#/${at}` });
    this.compiled.set(at, validate);
    if (validate(value)) return undefined;
    const [error] = validate.errors?.toSorted((a, b) => b.instancePath.length - a.instancePath.length) ?? [];
    return `${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)} in ${JSON.stringify(value).slice(0, 300)}`;
  }
}

function typeOf(contentType: number | string | string[] | undefined): string {
  return String(contentType ?? '').split(';', 1)[0] ?? '';
}

function dataOf(events: string): string[] {
  return events.split('\n').flatMap((line) => (line.startsWith('data: ') ? [line.slice('data: '.length)] : []));
}

/** The document without leave to add fields: clients are to pass over those that they do not know, and we are to describe them. */
function closed(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) => {
    const isObject = typeof value === 'object' && value !== null && 'type' in value && value.type === 'object' && 'properties' in value;
    return isObject && !('additionalProperties' in value) ? { ...value, additionalProperties: false } : value;
  }) as Document;
}
