import type { AddressInfo } from 'node:net';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { addLiveStreams, LiveStreams } from '../../src/http/live-streams.js';
import { Clock } from '../../src/ports/clock.js';
import { LogRoots } from '../../src/ports/log-roots.js';
import { Asking } from '../../src/queries/asking/asking.js';
import { ReplayController } from '../../src/queries/replay/replay.controller.js';
import { ReplayHandler } from '../../src/queries/replay/replay.query.js';
import type { ReadModel } from '../../src/read-model/read-model.js';
import { ReadableModel } from '../../src/read-model/readable-model.js';
import { dayOf, endOfDay } from '../../src/vocabulary/day.js';

const MOST_STREAMS = 1_000;

class Noon extends Clock {
  now(): number {
    return endOfDay(dayOf(2026, 2, 10));
  }
}

/** The log is in memory, and nothing is quoted of it. */
class NoRoots extends LogRoots {
  at(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

/** Serves replays of a read model, on a real port. */
export async function startReplayService(readModel: ReadModel): Promise<{ readonly app: NestFastifyApplication; readonly port: number }> {
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    controllers: [ReplayController],
    providers: [
      Asking,
      ReplayHandler,
      { provide: ReadableModel, useValue: readModel },
      { provide: Clock, useClass: Noon },
      { provide: LogRoots, useClass: NoRoots },
    ],
  }).compile();
  const adapter = new FastifyAdapter({ forceCloseConnections: true });
  addLiveStreams(adapter.getInstance(), new LiveStreams({ ofAddress: MOST_STREAMS, inAll: MOST_STREAMS }));
  const app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { app, port: (app.getHttpServer().address() as AddressInfo).port };
}
