import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.token.js';
import { setLimits } from '../http/limits.js';
import { Clock, SystemClock } from '../ports/clock.js';
import { QueryHandlersModule } from '../queries/query-handlers.module.js';
import { ReadableModel } from '../read-model/readable-model.js';
import { bodiesOf } from '../read-model/tables/bodies.js';
import { LogOnDemand } from './log-on-demand.js';
import { QueriesUnderWay } from './queries-under-way.js';
import type { FromQueryThread, ToQueryThread } from './query-messages.js';
import { ReadModelBesideItsKeeper } from './read-model-beside-its-keeper.js';
import { SwapFlag } from './swap-flag.js';
import { logFileOf, type ThreadData } from './thread-data.js';

@Module({})
class QueryThreadModule {}

/** A thread that answers queries, with connections of its own to the read model and the log. */
async function main(data: ThreadData, tell: (message: FromQueryThread) => void): Promise<(message: ToQueryThread) => void> {
  setLimits(data.bounds);
  const readModel = new ReadModelBesideItsKeeper(
    data.readModel,
    bodiesOf(data.readModel, logFileOf(data), false),
    new SwapFlag(data.swapping),
    () => {
      tell({ type: 'damaged' });
    },
  );
  const context = await NestFactory.createApplicationContext(
    {
      module: QueryThreadModule,
      global: true,
      imports: [CqrsModule.forRoot(), QueryHandlersModule],
      providers: [
        { provide: ReadableModel, useValue: readModel },
        { provide: EventStore, useValue: new LogOnDemand(data.log) },
        { provide: Clock, useClass: SystemClock },
      ],
      exports: [ReadableModel, EventStore, Clock],
    },
    { logger: false, abortOnError: false },
  );
  const queries = new QueriesUnderWay(context.get(QueryBus), tell, (position) => readModel.rootAt(position));
  return (message) => {
    switch (message.type) {
      case 'ask':
        readModel.refresh();
        void queries.ask(message.query);
        return;
      case 'pull':
        void queries.pull(message.number);
        return;
      case 'enough':
        void queries.enough(message.number);
        return;
      case 'state':
        readModel.stands(message.state);
        return;
      case 'close-file':
        readModel.closeFile();
        tell({ type: 'file-closed', number: message.number });
        return;
    }
  };
}

const port = parentPort;
if (port === null) throw new Error('this is a thread of the service, not a program');
const hear = await main(workerData as ThreadData, (message) => {
  port.postMessage(message);
});
port.on('message', hear);
port.postMessage({ type: 'ready' } satisfies FromQueryThread);
