import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { type Fault, Refusal } from '../vocabulary/refusal.js';
import { faultsOfBody, faultsOfQuery } from './faults.js';

/**
 * Checks bodies and queries against the schema at the parameter; the schemas are also the API's documentation. Nest's own pipe
 * would take away fields named `constructor` or `prototype` in silence, where an unknown field is to be refused.
 */
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { type, schema }: ArgumentMetadata): Promise<unknown> {
    if (schema === undefined || (type !== 'body' && type !== 'query')) return value;
    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    throw type === 'body' ? invalidBody(faultsOfBody(result.issues)) : invalidQuery(faultsOfQuery(result.issues));
  }
}

function invalidBody(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-body', 'The body does not have the form that is asked for.', faults);
}

function invalidQuery(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-query', 'The query is not one that is known here.', faults);
}
