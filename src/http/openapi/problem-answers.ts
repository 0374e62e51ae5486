import { z } from 'zod';
import { type ProblemCode, PROBLEMS } from '../problems.js';
import { explained } from './explained.js';
import { described, type JsonSchema } from './json-schema.js';
import { exampleOf } from './problem-examples.js';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
/** What is answered where there is no operation stands at none. */
const OF_NO_OPERATION: readonly ProblemCode[] = ['no-such-route', 'method-not-allowed'];
const titles = Object.fromEntries(CODES.map((code) => [code, PROBLEMS[code].title])) as Record<ProblemCode, string>;

const fault = z
  .object({
    pointer: z.string().optional().describe('JSON pointer into the body, as a URI fragment'),
    parameter: z.string().optional().describe('The name of a query parameter'),
    code: z.string().describe('A word for programs: `unknown-id`, `invalid-date`, …'),
    detail: z.string().describe('For people'),
    suggestions: z.array(z.string()).optional().describe('Ids that look like an unknown one'),
  })
  .meta({ id: 'Fault', description: 'One thing that is wrong, and where' });

/** An error as it is answered. */
export const problemSchema = z
  .object({
    type: z.string().describe('`urn:problem:negotiation-tracker:` and the code'),
    title: z.string(),
    status: z.int().describe('That of the answer'),
    code: explained('ProblemCode', 'What is wrong, for programs', titles),
    detail: z.string().describe('What is wrong, for people'),
    errors: z.array(fault).describe('Every fault at once'),
    items: z.array(z.unknown()).optional().describe('Of an import that is partly recorded all the same: what is'),
    summary: z.unknown().optional().describe('Of an import that is partly recorded all the same: how much is'),
  })
  .meta({ id: 'Problem', description: 'What is wrong, and where: RFC 9457 problem details' });

const HEADERS: Readonly<Record<number, Readonly<Record<string, object>>>> = {
  401: { 'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' } },
  429: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
  503: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
  507: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
};

/** The schemas and the examples, one a code, that the answers below refer to. */
export function problemComponents(): { readonly schemas: Record<string, JsonSchema>; readonly examples: Record<string, object> } {
  const examples = CODES.filter((code) => !OF_NO_OPERATION.includes(code)).map(
    (code) => [`problem.${code}`, { summary: PROBLEMS[code].title, value: exampleOf(code) }] as const,
  );
  return { schemas: described(problemSchema).components, examples: Object.fromEntries(examples) };
}

/**
 * What an operation answers where something is wrong, by status: references to components that operations share.
 * @param codes of what may be wrong
 */
export function problemAnswers(codes: Iterable<ProblemCode>): {
  readonly answers: Record<string, object>;
  readonly components: Record<string, object>;
} {
  const byStatus = [...Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status)];
  const named = byStatus.map(([status, some]) => ({
    status,
    codes: some.toSorted(),
    name: `${String(status)}.${some.toSorted().join('.')}`,
  }));
  return {
    answers: Object.fromEntries(named.map(({ status, name }) => [String(status), { $ref: `#/components/responses/${name}` }])),
    components: Object.fromEntries(named.map((one) => [one.name, problemAnswer(one.status, one.codes)])),
  };
}

function problemAnswer(status: number, codes: readonly ProblemCode[]): object {
  const ofThese = { properties: { code: { enum: codes } } };
  const headers = { 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' }, ...HEADERS[status] };
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join('\n\n'),
    headers,
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, ofThese] },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/problem.${code}` }])),
      },
    },
  };
}
