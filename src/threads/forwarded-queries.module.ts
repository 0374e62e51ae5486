import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { CqrsModule, QueryHandler } from '@nestjs/cqrs';
import { QUERY_CLASSES } from '../queries/query-classes.js';
import { QueriesElsewhere } from './queries-elsewhere.js';

/** Has each query answered by other threads. */
@Module({})
export class ForwardedQueriesModule {
  static to(queries: QueriesElsewhere): DynamicModule {
    return {
      module: ForwardedQueriesModule,
      imports: [CqrsModule],
      providers: [{ provide: QueriesElsewhere, useValue: queries }, ...Object.values(QUERY_CLASSES).map(forwarding)],
    };
  }
}

/** A handler that asks another thread. */
function forwarding(query: (typeof QUERY_CLASSES)[string]): Type {
  @QueryHandler(query)
  class Forwarding {
    constructor(private readonly queries: QueriesElsewhere) {}

    async execute(asked: object): Promise<unknown> {
      return this.queries.ask(asked);
    }
  }
  return Forwarding;
}
