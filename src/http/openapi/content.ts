import type { z } from 'zod';
import { described, type JsonSchema } from './json-schema.js';

/** The forms in which a body comes or goes, each with its schema. */
export interface Forms {
  readonly json?: z.ZodType;
  /** Where the body is plain text. */
  readonly text?: z.ZodType;
  /** Of one line, where the body is NDJSON. */
  readonly lines?: z.ZodType;
  /** Of the data of one message, where the body is an event stream. */
  readonly events?: z.ZodType;
}

/** Schemas by media type. */
export type Content = Readonly<Record<string, JsonSchema>>;

/** What refers to components of the document, with these, by name. */
export interface WithComponents {
  readonly components: Readonly<Record<string, JsonSchema>>;
}

/** The forms of a body as the document has them. */
export function contentOf({ json, text, lines, events }: Forms): WithComponents & { readonly content: Content } {
  const components = {};
  const inPlace = (schema: z.ZodType): JsonSchema => {
    const { schema: own, components: others } = described(schema);
    Object.assign(components, others);
    return own;
  };
  const content = {
    ...(json && { 'application/json': inPlace(json) }),
    ...(text && { 'text/plain': inPlace(text) }),
    ...(lines && { 'application/x-ndjson': textOf(inPlace(lines), 'One JSON object a line') }),
    ...(events && { 'text/event-stream': textOf(inPlace(events), 'Server-sent events, each with one JSON object as its data') }),
  };
  return { content, components };
}

/** A text that holds JSON bit by bit: what each bit is stands in the `contentSchema`. */
function textOf(part: JsonSchema, description: string): JsonSchema {
  return { type: 'string', description, contentSchema: part };
}
