import type { OpenAPIObject } from '@nestjs/swagger';
import type { Role } from '../caller.js';
import { isTable } from '../csv-asked.js';
import { TOLD, type ToldOfOperation, type ToldWhenAsked } from './answers.decorator.js';
import { examplesOf } from './examples.js';
import { hasRevision, headers, headersOf } from './headers.js';
import type { JsonSchema } from './json-schema.js';
import { describePathParameters } from './path-parameters.js';
import { problemAnswers } from './problem-answers.js';
import { codesOfKind } from './problem-codes.js';
import { TAKEN, type TakenWhenAsked } from './takes.decorator.js';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [TOLD]?: ToldWhenAsked; [TAKEN]?: TakenWhenAsked };

/** Whom a route serves. */
export interface Need {
  readonly role: Role | 'everybody' | 'watcher';
  /** Whether it serves those without credentials too. */
  readonly isOpen: boolean;
}

/** Where an operation stands in the document. @param path its parameters as `{name}` */
export interface Place {
  readonly method: string;
  readonly path: string;
}

/** What operations share, by name. */
export interface Components {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly responses: Readonly<Record<string, object>>;
}

const NOTHING_TOLD: ToldOfOperation = { answers: {}, codes: [], components: {} };

/** How a table is given beside JSON. */
const CSV = {
  'text/csv': { type: 'string', description: 'A row an item, its fields as columns by their path; the same under the path with `.csv`' },
};

/**
 * Completes what Nest knows of an operation: whom it serves, what it answers, and what may be wrong.
 * @returns the components that its answers refer to
 */
export function complete(operation: Operation, { method, path }: Place, need: Need): Components {
  const told = operation[TOLD]?.tell() ?? NOTHING_TOLD;
  const taken = operation[TAKEN]?.tell();
  Reflect.deleteProperty(operation, TOLD);
  Reflect.deleteProperty(operation, TAKEN);
  if (taken) operation.requestBody = { content: bySchema(taken.content) };
  const { description, operationId = '' } = operation;
  const examples = examplesOf(operationId);
  operation.security = need.role === 'everybody' ? [] : [...(need.isOpen ? [{}] : []), { bearer: [] }];
  operation.description = [description ?? `${operation.summary ?? ''}.`, forWhom(need)].filter(Boolean).join('\n\n');
  describePathParameters(path, operation.parameters as Parameters<typeof describePathParameters>[1]);
  describeBody(operation, examples.sent);
  const isList = operation.parameters?.some((one) => 'name' in one && one.name === 'cursor') ?? false;
  const csv = method === 'get' && isTable(path) ? CSV : {};
  const answers = Object.entries(told.answers).map(([status, { description: said, content: own }]) => {
    const content = status === '200' ? { ...own, ...csv } : own;
    return [
      status,
      {
        description: said ?? `${operation.summary ?? ''}.`,
        headers: headersOf(method, path, Number(status), isList),
        ...(Object.keys(content).length > 0 && { content: withExamples(bySchema(content), examples.answered[status]) }),
      },
    ];
  });
  const kind = { method, path, hasBody: operation.requestBody !== undefined, needsKey: need.role !== 'everybody' && !need.isOpen };
  const isRead = path.startsWith('/v1/negotiations') && !/\/(replay|export)$/.test(path);
  const tag = isRead ? headers('ETag', 'Cache-Control') : headers('Revision');
  const problems = problemAnswers([...codesOfKind(kind), ...told.codes]);
  operation.responses = {
    ...(Object.fromEntries(answers) as object),
    ...(method === 'get' &&
      (isRead || hasRevision(path)) && { 304: { description: 'The client has it: `If-None-Match` names its ETag.', headers: tag } }),
    ...problems.answers,
  };
  return { schemas: { ...told.components, ...taken?.components }, responses: problems.components };
}

function forWhom({ role, isOpen }: Need): string {
  if (role === 'everybody') return '';
  if (role === 'watcher') return isOpen ? '' : 'For whoever has credentials.';
  return isOpen ? '' : `For the role \`${role}\` and those above it.`;
}

function describeBody({ requestBody }: Operation, sent: Readonly<Record<string, unknown>>): void {
  if (requestBody === undefined || !('content' in requestBody)) return;
  Object.assign(requestBody, { required: true, content: withExamples(requestBody.content, sent) });
}

/** Schemas by media type, as the content of a body. */
function bySchema(content: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]));
}

/** @param content by media type @param examples by media type */
function withExamples(content: Readonly<Record<string, object>>, examples: Readonly<Record<string, unknown>> = {}): object {
  const all = Object.entries(content).map(([type, given]) => [type, { ...given, ...(type in examples && { example: examples[type] }) }]);
  return Object.fromEntries(all) as object;
}
