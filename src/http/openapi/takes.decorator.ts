import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type Content, contentOf, type Forms, type WithComponents } from './content.js';

/** What `Takes` leaves on an operation, for the document to take up. */
export interface TakenWhenAsked {
  readonly tell: () => WithComponents & { readonly content: Content };
}

export const TAKEN = 'x-taken';

/** Says in the documentation what a route takes, where it checks its body itself and not by a schema at a parameter. */
export function Takes(forms: Forms): MethodDecorator {
  return applyDecorators(ApiExtension(TAKEN, { tell: () => contentOf(forms) } satisfies TakenWhenAsked));
}
