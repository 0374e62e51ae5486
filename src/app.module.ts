import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Keys } from './access/keys.js';
import { CommandsModule } from './commands/commands.module.js';
import type { EventStore as Port } from './event-store/event-store.js';
import { EventStore } from './event-store/event-store.token.js';
import { AnswerSender } from './http/answer-sender.js';
import { Clock } from './ports/clock.js';
import { FollowedLog } from './ports/followed-log.js';
import { Spans } from './ports/spans.js';
import { HttpModule } from './http/http.module.js';
import { Patience } from './http/patience.js';
import { ProblemFilter } from './http/problem-filter.js';
import { RecentAnswers } from './http/recent-answers.js';
import { SchemaPipe } from './http/schema-pipe.js';
import { TemporaryFolder } from './http/spool.js';
import { ResultInterceptor } from './http/result.interceptor.js';
import { WrittenSender } from './http/written-sender.js';
import type { OpenRequests } from './http/open-requests.js';
import { LiveStreams } from './http/live-streams.js';
import { DiskRoom } from './operations/disk/disk-room.js';
import { Metrics } from './operations/metrics/metrics.js';
import { Program } from './ports/program.js';
import { ReadModelWatch } from './operations/read-model-watch.js';
import { OperationsModule } from './operations/operations.module.js';
import { PagesModule } from './pages/pages.module.js';
import { QueriesModule } from './queries/queries.module.js';
import { QueryHandlersModule } from './queries/query-handlers.module.js';
import { Keeper } from './read-model/keeper.js';
import { ReadableModel } from './read-model/readable-model.js';
import { Watchdog } from './read-model/following/watchdog.js';
import { Seeder } from './seeding/seeder.js';
import { WebhookList } from './webhooks/webhook-list.js';
import { WebhookStore } from './webhooks/webhook-store.js';
import { WebhookTargets } from './webhooks/webhook-targets.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { READ_SIDE_PORTS, ReadSide } from './service/read-side.js';

/** What is opened before the application is built, and closed after it. */
export interface Resources {
  readonly store: Port;
  readonly keeper: Keeper;
  /** What answers queries: the read model, where they are answered in this thread, or a module that has other threads do it. */
  readonly answering: ReadableModel | DynamicModule;
  readonly watchdog: Watchdog;
  readonly clock: Clock;
  readonly temporaryFolder: TemporaryFolder;
  readonly patience: Patience;
  readonly keys: Keys;
  readonly program: Program;
  readonly metrics: Metrics;
  readonly readModelWatch: ReadModelWatch;
  readonly disk: DiskRoom;
  readonly liveStreams: LiveStreams;
  readonly openRequests: OpenRequests;
  readonly spans: Spans;
  readonly webhooks: WebhookStore;
  readonly webhookTargets: WebhookTargets;
}

/** All rooms, and the resources that they share. */
@Global()
@Module({})
export class AppModule {
  static with(resources: Resources): DynamicModule {
    const { answering } = resources;
    const isHere = answering instanceof ReadableModel;
    const shared = [...valuesOf(resources), ...(isHere ? [{ provide: ReadableModel, useValue: answering }] : [])];
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        HttpModule,
        OperationsModule,
        CommandsModule,
        QueriesModule,
        PagesModule,
        WebhooksModule,
        isHere ? QueryHandlersModule : answering,
      ],
      providers: [
        ...shared,
        { provide: WebhookList, useFactory: (log: FollowedLog) => new WebhookList(resources.webhooks, log), inject: [FollowedLog] },
        ReadSide,
        ...READ_SIDE_PORTS,
        RecentAnswers,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: SchemaPipe },
        AnswerSender,
        WrittenSender,
        { provide: APP_INTERCEPTOR, useClass: ResultInterceptor },
        Seeder,
      ],
      exports: [...shared.map(({ provide }) => provide), WebhookList, ...READ_SIDE_PORTS, CommandsModule],
    };
  }
}

/** The resources by what they are asked for with. */
function valuesOf(resources: Resources) {
  return [
    { provide: EventStore, useValue: resources.store },
    { provide: Keeper, useValue: resources.keeper },
    { provide: Watchdog, useValue: resources.watchdog },
    { provide: Clock, useValue: resources.clock },
    { provide: TemporaryFolder, useValue: resources.temporaryFolder },
    { provide: Patience, useValue: resources.patience },
    { provide: Keys, useValue: resources.keys },
    { provide: Program, useValue: resources.program },
    { provide: Metrics, useValue: resources.metrics },
    { provide: ReadModelWatch, useValue: resources.readModelWatch },
    { provide: DiskRoom, useValue: resources.disk },
    { provide: LiveStreams, useValue: resources.liveStreams },
    { provide: Spans, useValue: resources.spans },
    { provide: WebhookStore, useValue: resources.webhooks },
    { provide: WebhookTargets, useValue: resources.webhookTargets },
  ];
}
