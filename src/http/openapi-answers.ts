import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { type ProblemCode, PROBLEMS } from './problems.js';

const fault = z.object({
  pointer: z.string().optional().describe('JSON pointer into the body, as a URI fragment'),
  parameter: z.string().optional().describe('The name of a query parameter'),
  code: z.string(),
  detail: z.string(),
  suggestions: z.array(z.string()).optional().describe('Ids that look like an unknown one'),
});

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    errors: z.array(fault).describe('Every fault at once'),
  })
  .describe('RFC 9457 problem details');

const METHODS = ['get', 'put', 'post', 'delete'] as const;

/** Adds to every operation what is answered where something is wrong, and says what a good answer is. */
export function describeAnswers(document: OpenAPIObject): OpenAPIObject {
  const { $schema: _, ...problemSchema } = z.toJSONSchema(problem, { target: 'draft-2020-12' });
  const problemAnswer = {
    description: 'What is wrong, and where',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      for (const answer of Object.values(operation.responses)) {
        if (answer && 'description' in answer && answer.description === '') answer.description = operation.summary ?? '';
      }
      operation.responses.default = problemAnswer;
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema as Record<string, unknown> },
  };
  return document;
}
