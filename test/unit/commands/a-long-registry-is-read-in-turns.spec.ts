import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EntriesInLog } from '../../../src/commands/put-entry/entries-in-log.js';
import { KnownIds } from '../../../src/commands/writing/known-ids.js';
import { LogWriteModel } from '../../../src/commands/writing/log-write-model.js';
import type { NewEvent } from '../../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { toStoredData } from '../../../src/event-store/typed-event.js';
import { answeredHere } from '../../../src/queries/asking/answered-here.js';
import { QuestionDropped, QuestionTooDear } from '../../../src/ports/question-errors.js';
import { QuestionLimit } from '../../../src/read-model/reading/question-limit.js';
import { QuestionTurns } from '../../../src/read-model/reading/question-turns.js';
import { registryEvent } from '../../../src/vocabulary/events/registry-events.js';
import { REQUEST } from '../../support/specify.js';

/** Read at once they would take many times as long as a turn may. */
const VERSIONS = 6_000;
const AT_A_TIME = 1_000;

let folder: string;
let store: SqliteEventStore;
let log: LogWriteModel;
let entries: EntriesInLog;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'long-registry-'));
  store = new SqliteEventStore(join(folder, 'log.db'), Date.now);
  const negotiation = { title: 'Talks', opened: null, description: null, principals: [], staleAfterDays: 30 };
  await store.append('negotiation-n', [stored(registryEvent('negotiation', 'defined', 'n', 'n', negotiation), 0)], 'no-stream');
  for (let first = 1; first <= VERSIONS; first += AT_A_TIME) {
    const events = Array.from({ length: AT_A_TIME }, (_, i) => versionOfParty(first + i));
    await store.append('negotiation-n', events, BigInt(first - 1));
  }
});
beforeEach(() => {
  log = new LogWriteModel(store, { isUsed: async () => false }, { epoch: '' });
  entries = new EntriesInLog(log, store, new KnownIds({ like: async () => [] }));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function versionOfParty(number: number): NewEvent {
  const id = number % 2 === 0 ? 'a' : 'b';
  return stored(registryEvent('party', 'changed', 'n', id, { name: `Name ${String(number)}`, kind: 'state', aliases: [] }), number);
}

function stored(event: ReturnType<typeof registryEvent>, number: number): NewEvent {
  const correlationId = REQUEST.correlationId;
  const metadata = { postedBy: 'somebody', correlationId, causationId: correlationId, version: 1 };
  return { id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`, type: event.type, data: toStoredData(event), metadata };
}

/** How often others had their turn while something was worked out. */
async function turnsBeside(work: Promise<unknown>): Promise<number> {
  let [turns, isDone] = [0, false];
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  try {
    await work;
  } finally {
    isDone = true;
  }
  return turns;
}

function history(limitMs = Infinity) {
  const turns = new QuestionTurns();
  const asked = { after: undefined, limit: VERSIONS, worked: async () => turns.worked() };
  return answeredHere({ questionMs: limitMs }, async () => entries.history('n', 'party', 'a', asked));
}

it('for a command: what waits beside it is heard in between', async () => {
  expect(await turnsBeside(log.knownRegistry('n'))).toBeGreaterThan(0);
});

it('and whoever needs it meanwhile gets the whole of it', async () => {
  const first = log.knownRegistry('n');
  await new Promise(setImmediate);
  const second = await log.knownRegistry('n');
  expect(second?.last.revision).toBe(BigInt(VERSIONS));
  expect(await first).toBe(second);
});

it('for a history: what waits beside it is heard in between, and every version is told', async () => {
  await log.knownRegistry('n');
  const asked = history();
  expect(await turnsBeside(asked)).toBeGreaterThan(0);
  const { items, nextAfter } = await asked;
  expect(nextAfter).toBeNull();
  expect(items.map(({ revision }) => revision)).toEqual(Array.from({ length: VERSIONS / 2 }, (_, i) => String(2 * (i + 1))));
});

it('a history ends where it takes too long, or its client has left', async () => {
  await expect(history(0)).rejects.toThrow(QuestionTooDear);
  const turns = new QuestionTurns();
  const left = new QuestionLimit(Int32Array.of(1), Infinity);
  const asked = { after: undefined, limit: 1, worked: async () => turns.worked() };
  await expect(left.within(async () => entries.history('n', 'party', 'a', asked))).rejects.toThrow(QuestionDropped);
});
