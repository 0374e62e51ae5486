import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Document } from './described-routes.js';

const DOCUMENT = 'https://negotiation-tracker.test/openapi.json';

/** The schemas of a document. Objects are taken as closed here: a field that is not described is told. */
export class DescribedSchemas {
  readonly document: Document;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    this.document = closed(document);
    this.ajv.addSchema(this.document, DOCUMENT);
  }

  /** @param pointer where the schema stands in the document @returns what is wrong in one line; undefined where a value is as described */
  mismatch(value: unknown, pointer: readonly string[]): string | undefined {
    const at = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = this.compiled.get(at) ?? this.ajv.compile({ $ref: `${DOCUMENT}#/${at}` });
    this.compiled.set(at, validate);
    if (validate(value)) return undefined;
    const [error] = validate.errors?.toSorted((a, b) => b.instancePath.length - a.instancePath.length) ?? [];
    return `${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)} in ${JSON.stringify(value).slice(0, 300)}`;
  }
}

/** What a header says of the type of a body, without its parameters. */
export function typeOf(contentType: number | string | string[] | undefined): string {
  return (String(contentType ?? '').split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** The document without leave to add fields: clients are to pass over those that they do not know, and we are to describe them. */
function closed(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) => {
    const isObject = typeof value === 'object' && value !== null && 'type' in value && value.type === 'object' && 'properties' in value;
    return isObject && !('additionalProperties' in value) ? { ...value, additionalProperties: false } : value;
  }) as Document;
}
