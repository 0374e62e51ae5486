import type { StandardSchemaConverter } from '@nestjs/swagger';
import { z } from 'zod';

/** A JSON Schema (2020-12), its references leading into the components of the document. */
export type JsonSchema = Record<string, unknown>;

/** A schema with the components that it refers to, by name. */
export interface Described {
  readonly schema: JsonSchema;
  readonly components: Record<string, JsonSchema>;
}

/**
 * A schema of an answer as it stands in the document: what has an `id` in its `meta` is a component of that name. Objects are left
 * open: an answer may get fields, and clients are to pass over those that they do not know.
 */
export function described(schema: z.ZodType): Described {
  const { properties, $defs = {} } = toComponents(
    z.toJSONSchema(z.object({ it: schema }), { target: 'draft-2020-12', override: open }),
  ) as {
    properties: { it: JsonSchema };
    $defs?: Record<string, JsonSchema>;
  };
  return { schema: properties.it, components: $defs };
}

/** The schema of what is sent to the service. Nest would ask zod for OpenAPI 3.0, and would drop the discriminator. */
export const toJsonSchema: StandardSchemaConverter = (schema, { schemaType }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $defs,
    $schema: _,
    ...own
  } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: schemaType, unrepresentable: 'any', override: discriminate });
  return { schema: toComponents(own) as JsonSchema, components: toComponents($defs ?? {}) as Record<string, unknown> };
};

type Override = NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override'];

const discriminate: Override = ({ zodSchema, jsonSchema }) => {
  if (zodSchema instanceof z.ZodDiscriminatedUnion) jsonSchema.discriminator = { propertyName: zodSchema.def.discriminator };
};

const open: Override = ({ jsonSchema }) => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

/** References within one schema become references to the components of the document. */
function toComponents(schema: object): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
