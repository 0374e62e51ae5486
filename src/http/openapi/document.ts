import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { HEADERS } from './headers.js';
import { toJsonSchema } from './json-schema.js';
import { complete, type Need } from './operation.js';
import { problemComponents } from './problem-answers.js';
import { TAGS } from './tags.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

const ABOUT = `Reports of a negotiation in; the state of every issue at any past date, as known at any past date, out.

Every read takes three axes of time: \`asOf\` (what had happened by then), \`knownBy\` (what was published by then) and \`recordedBy\` (what this
service had stored by then), and says in \`at\` which it used. Objects may get more fields: pass over those that you do not know.`;

/** What the document says of this service. */
export interface ServedAt {
  /** Left out: where the document itself was read. */
  readonly publicUrl: string | undefined;
  /** Whom a route serves. @param path its parameters as `:name` */
  readonly need: (method: string, path: string) => Need;
}

/** The documentation of the API, OpenAPI 3.1, made from the schemas that validate and from those of the answers. */
export function openApiOf(app: INestApplication, { publicUrl = '/', need }: ServedAt): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Negotiation tracker')
    .setDescription(ABOUT)
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer(publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key of this service, or a token of the issuer that it trusts' });
  const tagged = Object.entries(TAGS).reduce((builder, [tag, about]) => builder.addTag(tag, about), info);
  const document = SwaggerModule.createDocument(app, tagged.build(), { standardSchemaConverter: toJsonSchema });
  document.info.contact = { name: 'Those who run this service' };
  const { schemas, examples } = problemComponents();
  const responses = {};
  const components: Record<string, object> = { ...document.components?.schemas, ...schemas };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const own = complete(operation, { method, path }, need(method, path.replaceAll(/\{(\w+)\}/g, ':$1')));
      Object.assign(components, own.schemas);
      Object.assign(responses, own.responses);
    }
  }
  document.components = {
    ...document.components,
    schemas: components,
    responses,
    examples: examples,
    headers: { ...HEADERS },
  };
  return document;
}
