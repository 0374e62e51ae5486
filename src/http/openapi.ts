import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, type StandardSchemaConverter, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { describeAnswers } from './openapi-answers.js';

/** The documentation of the API, OpenAPI 3.1, made from the schemas that validate. */
export function openApiOf(app: INestApplication, publicUrl = '/'): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Negotiation tracker')
    .setDescription('Reports of a negotiation in; the state of every issue at any past date, as known at any past date, out.')
    .setVersion('1')
    .addServer(publicUrl)
    .addBearerAuth()
    .build();
  return describeAnswers(SwaggerModule.createDocument(app, info, { standardSchemaConverter: toJsonSchema }));
}

/** Nest would ask zod for OpenAPI 3.0, and would drop the discriminator. */
const toJsonSchema: StandardSchemaConverter = (schema, { schemaType }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $defs,
    $schema: _,
    ...own
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: schemaType,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodDiscriminatedUnion) jsonSchema.discriminator = { propertyName: zodSchema.def.discriminator };
    },
  });
  return { schema: toComponents(own), components: toComponents($defs ?? {}) as Record<string, unknown> };
};

/** References within one schema become references to the components of the document. */
function toComponents(schema: object): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
