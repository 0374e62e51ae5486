import { defer, lastValueFrom, retry } from 'rxjs';

export interface TryingAgain {
  /** Behind which failures it is tried again; left out: behind all. */
  readonly where?: (error: unknown) => boolean;
  /** The first one included; left out: without end. */
  readonly mostTries?: number;
  /** Settles when it is time for the next try, behind so many; left out: at once. */
  readonly wait?: (error: unknown, tries: number) => Promise<void>;
}

/**
 * Does something until it works.
 * @param work is told which try it is, from 1 on
 * @throws what the last try threw, and what `wait` throws
 */
export async function tryAgain<T>(work: (attempt: number) => Promise<T>, { where, mostTries = Infinity, wait }: TryingAgain): Promise<T> {
  let attempt = 0;
  const trying = defer(async () => work((attempt += 1)));
  const delay = async (error: unknown): Promise<void> => {
    if (where?.(error) === false) throw error;
    await wait?.(error, attempt);
  };
  return lastValueFrom(trying.pipe(retry({ count: mostTries - 1, delay })));
}
