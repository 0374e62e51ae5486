import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The service as it runs. */
export interface RunningService {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** The admin key that was made at this start, shown this once. */
  readonly madeKey: string | undefined;
  /** How many entries the seeds brought. */
  readonly seeded: number;
  /** Ends what is under way and lets go of everything. */
  stop(): Promise<void>;
}
