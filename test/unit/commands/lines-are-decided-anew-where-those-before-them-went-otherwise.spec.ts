import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CarryOutLines } from '../../../src/commands/import/carry-out-lines.js';
import { ImportLines } from '../../../src/commands/import/import-lines.js';
import type { Line } from '../../../src/commands/import/line.js';
import { reportImport } from '../../../src/commands/post-report/post-report.import.js';
import { entryImports } from '../../../src/commands/put-entry/put-entry.import.js';
import { CommandRunner } from '../../../src/commands/writing/command-runner.js';
import { Doubts } from '../../../src/commands/writing/doubts/doubts.js';
import { KnownIds } from '../../../src/commands/writing/known-ids.js';
import { LogWriteModel } from '../../../src/commands/writing/log-write-model.js';
import type { StreamAppend } from '../../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { SystemClock } from '../../../src/ports/clock.js';
import { NOTHING_BESIDE } from '../../support/nothing-beside.js';
import { REQUEST } from '../../support/specify.js';

/** A real log on which somebody else may be faster with what is appended next. */
class OvertakenStore extends SqliteEventStore {
  overtake: (() => Promise<unknown>) | undefined;

  override async appendTogether(appends: readonly StreamAppend[]) {
    const { overtake } = this;
    this.overtake = undefined;
    await overtake?.();
    return super.appendTogether(appends);
  }
}

const REPORT = {
  entry: 'report',
  id: 'r',
  type: 'ContextReported',
  source: { id: 's' },
  issues: [],
  summary: 'The first says so.',
  data: { kind: 'attack' },
};
const ENTRIES = [
  { entry: 'negotiation', id: 'n', title: 'Talks' },
  { entry: 'source', id: 's', published: '2026-01-05' },
];

let folder: string;
let store: OvertakenStore;
let runner: CommandRunner;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decided-anew-'));
  store = new OvertakenStore(join(folder, 'log.db'), Date.now);
  runner = aRunner();
  for (const entry of ENTRIES) await anImport().carryOut(linesOf(entry));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function aRunner(): CommandRunner {
  const log = new LogWriteModel(store, { isUsed: async () => false }, { epoch: '' });
  return new CommandRunner(store, log, new KnownIds({ like: async () => [] }), new Doubts(NOTHING_BESIDE));
}

const anImport = (by = runner) => new CarryOutLines(by, store, 'n', { isDry: false, isAllOrNothing: false, promised: [] });

function linesOf(...bodies: readonly object[]): Line[] {
  const read = new ImportLines([...entryImports, reportImport], new SystemClock()).reader('n', REQUEST);
  return bodies.flatMap((body, i) => read({ number: i + 1, bytes: Buffer.from(JSON.stringify(body)) }) ?? []);
}

/** What becomes of a report, and of the same report in the lines behind it, which are decided upon what those before them leave. */
async function twice(): Promise<unknown[]> {
  const carrier = anImport();
  const [first, second] = [linesOf(REPORT), linesOf(REPORT)];
  const { settled } = await carrier.carryOut(first);
  const ahead = await carrier.decideAhead(second);
  const then = await carrier.carryOut(second, ahead);
  return [...settled.values(), ...then.settled.values()].map(({ outcome }) => outcome);
}

it('a report that is recorded is told as unchanged by the lines behind it', async () => {
  expect(await twice()).toEqual(['created', 'unchanged']);
});

it('a report that somebody else was faster with, with other content, is refused by the lines behind it too', async () => {
  store.overtake = async () => {
    await anImport(aRunner()).carryOut(linesOf({ ...REPORT, summary: 'The second says so.' }));
  };
  expect(await twice()).toEqual(['rejected', 'rejected']);
});
