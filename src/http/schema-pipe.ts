import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { type Fault, Refusal } from '../vocabulary/refusal.js';
import { faultsOfBody, faultsOfQuery } from './faults.js';

type Schema = NonNullable<ArgumentMetadata['schema']>;

/**
 * Checks bodies and queries against the schema at the parameter; the schemas are also the API's documentation. Nest's own pipe
 * would take away fields named `constructor` or `prototype` in silence, where an unknown field is to be refused.
 */
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { type, schema }: ArgumentMetadata): Promise<unknown> {
    if (schema === undefined || (type !== 'body' && type !== 'query')) return value;
    if (type === 'body') return checkedBody(schema, value);
    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    throw invalidQuery(faultsOfQuery(result.issues));
  }
}

/** A body that has the form that a schema asks for. @throws Refusal `invalid-body` with every fault */
export async function checkedBody(schema: Schema, value: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(value);
  if (result.issues === undefined) return result.value;
  throw invalidBody(faultsOfBody(result.issues));
}

function invalidBody(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-body', 'The body does not have the form that is asked for.', faults);
}

function invalidQuery(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-query', 'The query is not one that is known here.', faults);
}
