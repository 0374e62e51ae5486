import { BodiesInLog } from '../../src/read-model/tables/bodies.js';
import { toColumn } from '../../src/read-model/tables/columns.js';
import { indexOf } from '../../src/read-model/reading/opened-lists.js';
import { openForReading } from '../../src/read-model/tables/open-read-model-file.js';
import type { At } from '../../src/vocabulary/axes.js';
import { AskedInProcess } from '../asked-in-process.js';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atLeast, count, digits, type Findings, info, type Row } from '../figures/rows.js';
import { Random } from '../generator/random.js';
import { LARGEST_ISSUE } from '../generator/registry-world.js';
import { type BuiltLog, logPath, readModelPath } from '../logs/built-log.js';
import { Cluster } from '../postgres/cluster.js';
import { loadStatements } from '../postgres/load-statements.js';
import { ALL_RULES, areSameStances, CURRENT_ALONE, type StanceRow } from '../postgres/stances-in-sql.js';
import { type Mix, MIXES } from '../questions.js';

const FASTER_THAN_POSTGRES = 15;
const TARGET_SIZE = 1_000_000;
const ROUNDS = { quick: 1, full: 2 };
/** Questions of each mix that each answers before: so many until it gets no faster, since here the code is compiled by then, there the plans are made. */
const WARM_UP = { here: 500, postgres: 20 };
/** Questions of a round: here all of them, then in PostgreSQL. Few in turn would measure memory that the other one has taken out of the caches. */
const IN_A_ROUND = { quick: 20, full: 100 };

/** Milliseconds of one mix. */
interface Times {
  readonly mix: Mix;
  readonly here: number[];
  readonly allRules: number[];
  readonly currentAlone: number[];
  different: number;
}

/** The stances of the largest issue from PostgreSQL, with all rules in SQL, against the whole state here: the same questions in turn. */
export const postgres: Measure = {
  name: 'postgres',
  async run({ largest, options }: BenchPlace): Promise<Findings> {
    await using cluster = await Cluster.start();
    if (cluster === undefined) return { rows: [info('PostgreSQL', 'is not installed: nothing was measured')] };
    using asked = new AskedInProcess(largest);
    const peer = await Peer.with(cluster, largest);
    const random = Random.of(options.seed, 'postgres');
    const all: Times[] = [];
    const size = options.isQuick ? 'quick' : 'full';
    await warmUp(asked, peer, random);
    for (const mix of MIXES) all.push(await timesOf(mix, asked, peer, random, ROUNDS[size], IN_A_ROUND[size]));
    return {
      rows: [...all.map((times) => versus(times, largest)), differences(all, largest)],
      tables: [tableOf(all, largest)],
      notes: [
        `PostgreSQL ${peer.version}: ${count(peer.statements)} statements in ${digits(peer.bytes / 1e6)} MB with indexes; its client waits for one answer at a time.`,
      ],
    };
  },
};

/** PostgreSQL with the statements of a log. */
class Peer {
  private constructor(
    private readonly cluster: Cluster,
    readonly version: string,
    readonly statements: number,
    readonly bytes: number,
    /** The number of the last event up to a position. */
    private readonly eventAt: (position: bigint) => number,
  ) {}

  static async with(cluster: Cluster, log: BuiltLog): Promise<Peer> {
    const file = openForReading(readModelPath(log.folder), new BodiesInLog(logPath(log.folder)));
    const { statements, bytes } = await loadStatements(cluster, file);
    const { rows } = await cluster.client.query<{ server_version: string }>('SHOW server_version');
    return new Peer(cluster, rows[0]?.server_version ?? '', statements, bytes, (position) => indexOf(file).eventAt(position));
  }

  async ask(name: string, sql: string, { asOf, knownBy, recordedBy }: At): Promise<StanceRow[]> {
    const values = [LARGEST_ISSUE, toColumn(asOf), toColumn(knownBy), this.eventAt(recordedBy)];
    return (await this.cluster.client.query<StanceRow>({ name, text: sql, values })).rows;
  }
}

async function warmUp(asked: AskedInProcess, peer: Peer, random: Random): Promise<void> {
  for (const mix of MIXES) {
    for (let i = 0; i < WARM_UP.here; i += 1) await asked.ask(mix.question(asked.log, random));
    for (let i = 0; i < WARM_UP.postgres; i += 1) await peer.ask('all-rules', ALL_RULES, await asked.at(mix.question(asked.log, random)));
  }
}

async function timesOf(mix: Mix, asked: AskedInProcess, peer: Peer, random: Random, rounds: number, inARound: number): Promise<Times> {
  const times: Times = { mix, here: [], allRules: [], currentAlone: [], different: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const questions = Array.from({ length: inARound }, () => mix.question(asked.log, random));
    await timed(questions, times.here, (question) => asked.ask(question));
    const ats = await Promise.all(questions.map((question) => asked.at(question)));
    await timed(ats, times.allRules, (at) => peer.ask('all-rules', ALL_RULES, at));
    await timed(ats, times.currentAlone, (at) => peer.ask('current-alone', CURRENT_ALONE, at));
    for (const [i, at] of ats.entries()) {
      const question = questions[i];
      if (question === undefined) continue;
      if (!areSameStances(await peer.ask('all-rules', ALL_RULES, at), await asked.ask(question))) times.different += 1;
    }
  }
  return times;
}

/** Asks one question after the other, and keeps no answer; adds the milliseconds that each took to `times`. */
async function timed<Question>(
  questions: readonly Question[],
  times: number[],
  ask: (question: Question) => Promise<unknown>,
): Promise<void> {
  for (const question of questions) {
    const start = performance.now();
    await ask(question);
    times.push(performance.now() - start);
  }
}

function versus({ mix, here, allRules }: Times, { reports }: BuiltLog): Row {
  const what = `state of the largest issue, ${mix.name}: times faster than PostgreSQL with all stance rules, at ${count(reports)} reports`;
  const row = atLeast(
    what,
    median(allRules) / median(here),
    FASTER_THAN_POSTGRES,
    `${digits(median(here))} against ${digits(median(allRules))} ms`,
  );
  return reports >= TARGET_SIZE ? row : info(what, row.measured);
}

function differences(all: readonly Times[], { reports }: BuiltLog): Row {
  const different = all.reduce((sum, times) => sum + times.different, 0);
  const asked = all.reduce((sum, { here }) => sum + here.length, 0);
  return {
    what: `PostgreSQL gives the same stances at ${count(reports)} reports`,
    measured: `${String(different)} of ${String(asked)} differ`,
    target: 'none',
    isMet: different === 0,
  };
}

function tableOf(all: readonly Times[], { reports }: BuiltLog): NonNullable<Findings['tables']>[number] {
  return {
    title: `The largest issue at ${count(reports)} reports, p50 in ms`,
    head: ['D, K, R', 'whole state here', 'PostgreSQL, all stance rules', 'PostgreSQL, the current statement alone'],
    body: all.map(({ mix, here, allRules, currentAlone }) => [
      mix.name,
      ...[here, allRules, currentAlone].map((times) => digits(median(times))),
    ]),
  };
}
