import type { EventStore } from '../../src/event-store/event-store.js';
import { ReadModel } from '../../src/read-model/read-model.js';
import { BodiesInLog } from '../../src/read-model/tables/bodies.js';
import { logPath, readModelPath } from './built-log.js';

/** Follows a log up to its head, as the service does at a first start. */
export async function fillReadModel(store: EventStore, folder: string): Promise<void> {
  const readModel = new ReadModel(readModelPath(folder), new BodiesInLog(logPath(folder)));
  for await (const events of store.readAll(readModel.applied)) readModel.apply(events);
  readModel.close();
}
