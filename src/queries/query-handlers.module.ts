import { Module } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { EventLog } from '../read-model/reading/event-log.js';
import { Asking } from './asking/asking.js';
import { onTheFileInUse } from './on-the-file-in-use.js';
import { QUERY_HANDLERS } from './query-classes.js';

/** What answers the queries, in whichever thread it does. */
@Module({
  imports: [CqrsModule],
  providers: [Asking, EventLog, ...QUERY_HANDLERS],
})
export class QueryHandlersModule {
  constructor(queries: QueryBus) {
    onTheFileInUse(queries);
  }
}
