import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { KeeperHere } from '../read-model/keeper-here.js';
import { ReadModel } from '../read-model/read-model.js';
import { bodiesOf } from '../read-model/tables/bodies.js';
import { ExtractingElsewhere } from './extracting-elsewhere.js';
import type { FromKeeper, KeeperCalls, ToKeeper } from './keeper-messages.js';
import { openLogInAThread } from './log-in-a-thread.js';
import { ReadersTold } from './readers-told.js';
import { SwapFlag } from './swap-flag.js';
import { logFileOf, type ThreadData } from './thread-data.js';
import { TimedReadModel } from './timed-read-model.js';
import { toldError } from './told-errors.js';

/** Nothing else has its turn in this thread but what tells how it stands, or stops it. */
const CATCH_UP_TURN_MS = 500;

type Tell = (message: FromKeeper) => void;

/** What can be asked of this thread. */
type Calls = { readonly [Name in keyof KeeperCalls]: () => Promise<KeeperCalls[Name]> };

/** The thread that keeps the read model: it follows the log, writes the file, and rebuilds it. */
async function main(data: ThreadData, tell: Tell, listen: (listener: (message: ToKeeper) => void) => void): Promise<void> {
  const { log, appended } = await openLogInAThread(data.log, Date.now);
  const bodies = bodiesOf(data.readModel, logFileOf(data), true);
  const timed = data.isTraced ? new TimedReadModel(data.readModel, bodies) : undefined;
  const keeper = new KeeperHere(log, timed ?? new ReadModel(data.readModel, bodies), {
    jitter: Math.random,
    catchUpTurnMs: CATCH_UP_TURN_MS,
    onPassed: () => {
      tellState();
    },
    extracting: extractingOf(data),
    warn: (message) => {
      tell({ type: 'warning', message });
    },
  });
  const { readModel } = keeper;
  const tellState = (): void => {
    const { applied, passed, isDamaged, renewal, generation } = keeper;
    tell({ type: 'state', state: { applied, passed, isDamaged, renewal, generation, batch: timed?.batch } });
  };
  readModel.onApplied(tellState);
  readModel.onDamage(tellState);
  const readers = new ReadersTold(new SwapFlag(data.swapping), tell, tellState);
  readModel.addReaders(readers);
  const calls: Calls = {
    status: () => keeper.status(),
    startRebuild: () => keeper.startRebuild(),
    retryParked: () => keeper.retryParked(),
    stop: async () => {
      readers.haveLeft();
      await Promise.all([log.close(), keeper.stop()]);
      keeper.close();
      return undefined;
    },
  };
  listen((message) => {
    switch (message.type) {
      case 'call':
        void answer(message, calls, tell);
        return;
      case 'appended':
        appended();
        return;
      case 'resubscribe':
        keeper.resubscribe();
        return;
      case 'damaged':
        readModel.foundDamaged();
        return;
      case 'readers-left':
        readers.haveLeft();
        return;
    }
  });
  await keeper.start();
  tellState();
}

async function answer({ number, name }: Extract<ToKeeper, { type: 'call' }>, calls: Calls, tell: Tell): Promise<void> {
  try {
    tell({ type: 'answer', number, answer: await calls[name]() });
  } catch (error) {
    tell({ type: 'failure', number, error: toldError(error) });
  }
}

function extractingOf(data: ThreadData): ExtractingElsewhere | undefined {
  const file = logFileOf(data);
  return file === undefined ? undefined : new ExtractingElsewhere(new URL('./extract-thread.js', import.meta.url), file);
}

const port = parentPort;
if (port === null) throw new Error('this is a thread of the service, not a program');
const tell: Tell = (message) => {
  port.postMessage(message);
};
try {
  await main(workerData as ThreadData, tell, (listener) => port.on('message', listener));
} catch (error) {
  tell({ type: 'cannot-start', error: toldError(error) });
}
