import type { Limits } from '../event-store/eventstoredb/limits.js';
import type { Patience } from '../http/patience.js';
import type { Clock } from '../ports/clock.js';
import type { RunningService } from './running-service.js';

/** What a start is given beside its settings. */
export interface ServiceOptions {
  readonly seedsFolder: string;
  readonly seedNegotiation: string;
  readonly clock?: Clock;
  /** How long EventStoreDB is waited for, where it is not as usual. */
  readonly storeLimits?: Partial<Limits>;
  /** The folder of the programs of threads that follow the log and answer queries; left out: all is done in this thread. */
  readonly threads?: URL;
  /** The program that backs up; left out: none does. */
  readonly tracker?: URL;
  /** Called once it listens, before its log says so: what a person sees comes first. */
  readonly onStarted?: (service: RunningService) => void;
  /** How long clients are waited for, where it is not as usual. */
  readonly patience?: Partial<Patience>;
}
