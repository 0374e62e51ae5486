import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putEntry, type PutEntryRequest } from '../../../src/commands/put-entry/put-entry.js';
import { CommandRunner } from '../../../src/commands/writing/command-runner.js';
import { Doubts } from '../../../src/commands/writing/doubts/doubts.js';
import { KnownIds } from '../../../src/commands/writing/known-ids.js';
import { LogWriteModel } from '../../../src/commands/writing/log-write-model.js';
import { NO_PRECONDITION } from '../../../src/commands/writing/precondition.js';
import { type NewEvent, type Revision, RevisionConflict } from '../../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { toStoredData } from '../../../src/event-store/typed-event.js';
import { registryEvent } from '../../../src/vocabulary/events/registry-events.js';
import { NOTHING_BESIDE } from '../../support/nothing-beside.js';
import { REQUEST } from '../../support/specify.js';

/** A real log on which, before each of the next appends, another node appends to the same stream. */
class OvertakenStore extends SqliteEventStore {
  overtakings = 0;
  private others = 0;

  override async append(stream: string, events: readonly NewEvent[], expected: Revision | 'no-stream') {
    if (this.overtakings > 0) {
      this.overtakings -= 1;
      this.others += 1;
      await super.append(stream, [anotherParty(this.others)], expected);
    }
    return super.append(stream, events, expected);
  }
}

function anotherParty(number: number): NewEvent {
  const id = `other-${String(number)}`;
  const data = toStoredData(registryEvent('party', 'defined', 'n', id, { name: id, kind: 'state', aliases: [] }));
  const correlationId = REQUEST.correlationId;
  const metadata = { postedBy: 'elsewhere', correlationId, causationId: correlationId, version: 1 };
  return { id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`, type: 'PartyDefined', data, metadata };
}

let folder: string;
let store: OvertakenStore;
let runner: CommandRunner;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overtaken-'));
  store = new OvertakenStore(join(folder, 'log.db'), Date.now);
  const known = new KnownIds({ like: async () => [] });
  const doubts = new Doubts(NOTHING_BESIDE);
  runner = new CommandRunner(store, new LogWriteModel(store, { isUsed: async () => false }, { epoch: '' }), known, doubts);
  const opened = { title: 'Talks', opened: null, description: null, principals: [], staleAfterDays: 30 };
  await put('negotiation', 'n', opened);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const put = async <K extends 'negotiation' | 'party'>(kind: K, id: string, entry: PutEntryRequest<K>['entry']) =>
  runner.run(putEntry, { ...REQUEST, kind, id, entry, precondition: NO_PRECONDITION });
const putParty = async () => put('party', 'a', { name: 'A', kind: 'state', aliases: [] });

it('as often as nineteen times, and is then recorded once, behind all the others', async () => {
  store.overtakings = 19;
  expect(await putParty()).toMatchObject({ outcome: 'created', revision: 20n });
  const recorded: string[] = [];
  for await (const { data } of store.readStream('negotiation-n')) recorded.push((data as { id: string }).id);
  expect(recorded.filter((id) => id === 'a')).toHaveLength(1);
  expect(recorded.at(-1)).toBe('a');
});

it('but not for ever: at the twentieth time its sender is told to come again', async () => {
  store.overtakings = 20;
  await expect(putParty()).rejects.toThrow(RevisionConflict);
  expect(store.overtakings).toBe(0);
});
