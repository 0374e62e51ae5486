import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandsModule } from './commands/commands.module.js';
import type { EventStore as Port } from './event-store/event-store.js';
import { EventStore } from './event-store/event-store.token.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { Clock } from './ports/clock.js';
import { HttpModule } from './http/http.module.js';
import { ProblemFilter } from './http/problem-filter.js';
import { RecentAnswers } from './http/recent-answers.js';
import { SchemaPipe } from './http/schema-pipe.js';
import { TemporaryFolder } from './http/spool.js';
import { WrittenInterceptor } from './http/written.interceptor.js';
import { QueriesModule } from './queries/queries.module.js';
import { ReadModel } from './read-model/read-model.js';
import { Rebuild } from './read-model/rebuild.js';
import { Watchdog } from './read-model/watchdog.js';
import { Seeder } from './seeding/seeder.js';
import { READ_SIDE_PORTS, ReadSide } from './service/read-side.js';

/** What is opened before the application is built, and closed after it. */
export interface Resources {
  readonly store: Port;
  readonly readModel: ReadModel;
  readonly rebuild: Rebuild;
  readonly watchdog: Watchdog;
  readonly clock: Clock;
  readonly temporaryFolder: TemporaryFolder;
}

/** All rooms, and the resources that they share. */
@Global()
@Module({})
export class AppModule {
  static with({ store, readModel, rebuild, watchdog, clock, temporaryFolder }: Resources): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), HttpModule, CommandsModule, QueriesModule],
      providers: [
        { provide: EventStore, useValue: store },
        { provide: ReadModel, useValue: readModel },
        { provide: Rebuild, useValue: rebuild },
        { provide: Watchdog, useValue: watchdog },
        { provide: Clock, useValue: clock },
        { provide: TemporaryFolder, useValue: temporaryFolder },
        ReadSide,
        ...READ_SIDE_PORTS,
        RecentAnswers,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: SchemaPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: WrittenInterceptor },
        Seeder,
      ],
      exports: [EventStore, ReadModel, Rebuild, Watchdog, Clock, TemporaryFolder, ...READ_SIDE_PORTS],
    };
  }
}
