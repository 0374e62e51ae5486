import type { FastifyInstance } from 'fastify';
import { EdgeProblem, problemOf, sendProblem } from './problem-filter.js';

/** The requests that are worked on, so that a stop can wait for them and take no others. */
export class OpenRequests {
  private open = 0;
  private isStopping = false;
  private readonly none = Promise.withResolvers<undefined>();

  begun(): void {
    this.open += 1;
  }

  ended(): void {
    this.open -= 1;
    this.lookWhetherAllAreDone();
  }

  /** To be added before what works on requests. */
  refuseOnceStopping(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (_request, reply, done) => {
      if (!this.isStopping) {
        done();
        return;
      }
      void reply.header('connection', 'close');
      sendProblem(reply, problemOf(new EdgeProblem('stopping', 'This node is stopping; ask another one, or ask again.')));
    });
  }

  /** From now on requests are refused. Settles when those that are open are done. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.lookWhetherAllAreDone();
    await this.none.promise;
  }

  private lookWhetherAllAreDone(): void {
    if (this.isStopping && this.open === 0) this.none.resolve(undefined);
  }
}
