import type { QueryBus } from '@nestjs/cqrs';
import { FileSwapped } from '../read-model/tables/read-model-file.js';

/** Swaps come seldom. A file that is closed for good is none. */
const MOST_ATTEMPTS = 5;

/** A question that takes several turns may find that its file was swapped in between: from now on it is then worked on anew. */
export function onTheFileInUse(queries: QueryBus): void {
  const execute: (query: object) => Promise<unknown> = queries.execute.bind(queries);
  const executeAnew = async (query: object): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await execute(query);
      } catch (error) {
        if (!(error instanceof FileSwapped) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  };
  Object.assign(queries, { execute: executeAnew });
}
