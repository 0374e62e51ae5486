import { type ArgumentMetadata, type PipeTransform, StandardSchemaValidationPipe } from '@nestjs/common';
import { Refusal } from '../vocabulary/refusal.js';
import { faultsOfBody, faultsOfQuery } from './faults.js';

/** Checks bodies and queries against the schema at the parameter; the schemas are also the API's documentation. */
export class SchemaPipe implements PipeTransform {
  private readonly body = new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new Refusal('invalid-body', 'The body does not have the form that is asked for.', faultsOfBody(issues)),
  });
  private readonly query = new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new Refusal('invalid-query', 'The query is not one that is known here.', faultsOfQuery(issues)),
  });

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') return this.body.transform(value, metadata);
    return metadata.type === 'query' ? this.query.transform(value, metadata) : value;
  }
}
