import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { z } from 'zod';
import type { ProblemCode } from '../problems.js';
import { type Content, contentOf, type Forms, type WithComponents } from './content.js';

/** What is answered with one status. */
export interface Told extends Forms {
  /** Left out: what the summary of the operation says. */
  readonly description?: string;
}

/** What `Answers` says of an operation. */
export interface ToldOfOperation extends WithComponents {
  readonly answers: Readonly<Record<string, { readonly description: string | null; readonly content: Content }>>;
  readonly codes: readonly ProblemCode[];
}

/** What `Answers` leaves on an operation, for the document to take up: few who start a service ever ask for that. */
export interface ToldWhenAsked {
  readonly tell: () => ToldOfOperation;
}

export const TOLD = 'x-told';

type Answered = Readonly<Record<number, z.ZodType | Told>>;

/**
 * Says in the documentation what a route answers.
 * @param answers by status: the schema of the JSON, or more of it
 * @param codes of the problems that this route has beside those of every route of its kind (`problem-codes.ts`)
 */
export function Answers(answers: Answered, ...codes: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(ApiExtension(TOLD, { tell: () => toldOf(answers, codes) } satisfies ToldWhenAsked));
}

function toldOf(answers: Answered, codes: readonly ProblemCode[]): ToldOfOperation {
  const components = {};
  const told = Object.entries(answers).map(([status, given]) => {
    const { description, ...forms }: Told = given instanceof z.ZodType ? { json: given } : given;
    const { content, components: own } = contentOf(forms);
    Object.assign(components, own);
    return [status, { description: description ?? null, content }] as const;
  });
  return { answers: Object.fromEntries(told), codes, components };
}
