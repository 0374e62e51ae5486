import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { LogBesideItsOwner } from '../event-store/sqlite/log-beside-its-owner.js';
import { Extracts } from '../read-model/extracting/extracts.js';
import { RunningRoot } from '../read-model/tables/running-root.js';
import { BEFORE_ALL } from '../vocabulary/position.js';
import type { ExtractData, FromExtractThread } from './extract-messages.js';

/** So many events go together: who takes them has others to serve in between. */
const BATCH = 1_000;

/** A thread that reads a part of the embedded log and hands over what a read model needs of it. */
async function main({ file, after, upTo, ahead }: ExtractData, tell: (message: FromExtractThread) => void, taken: () => Promise<void>) {
  const log = LogBesideItsOwner.open(file);
  const last = Number(upTo);
  const isFromTheBeginning = BigInt(after) === BEFORE_ALL;
  const extracts = new Extracts(isFromTheBeginning ? new RunningRoot() : undefined);
  let underWay = 0;
  const hand = async (): Promise<void> => {
    tell({ type: 'batch', extracted: extracts.hand() });
    underWay += 1;
    while (underWay >= ahead) {
      await taken();
      underWay -= 1;
    }
  };
  for (let behind = Number(after); behind < last;) {
    const events = log.unreadBetween(behind, last);
    for (const event of events) extracts.addUnread(event);
    if (extracts.events >= BATCH) await hand();
    behind = events.at(-1)?.position ?? last;
  }
  if (extracts.events > 0) await hand();
  tell({ type: 'end' });
  await log.close();
}

const port = parentPort;
if (port === null) throw new Error('this is a thread of the service, not a program');
let waiting: (() => void) | undefined;
let takenAlready = 0;
port.on('message', () => {
  takenAlready += 1;
  waiting?.();
});
const taken = async (): Promise<void> => {
  if (takenAlready === 0) await new Promise<void>((resolve) => (waiting = resolve));
  waiting = undefined;
  takenAlready -= 1;
};
await main(
  workerData as ExtractData,
  (message) => {
    port.postMessage(message, message.type === 'batch' ? [message.extracted.numbers.buffer, message.extracted.bytes.buffer] : []);
  },
  taken,
);
port.close();
