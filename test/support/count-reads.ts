import type { ReadModel } from '../../src/read-model/read-model.js';

/** Counts from now on how often a read model is read. */
export function countReads(readModel: ReadModel): () => number {
  let count = 0;
  const { rows } = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(readModel) as ReadModel);
  Object.defineProperty(readModel, 'rows', {
    get: () => {
      count += 1;
      return rows.get?.call(readModel) as unknown;
    },
  });
  return () => count;
}
