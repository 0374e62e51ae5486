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
const ROUNDS = { quick: 5, full: 40 };
const WARM_UP = 3;

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
    for (const mix of MIXES) all.push(await timesOf(mix, asked, peer, random, options.isQuick ? ROUNDS.quick : ROUNDS.full));
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

async function timesOf(mix: Mix, asked: AskedInProcess, peer: Peer, random: Random, rounds: number): Promise<Times> {
  const times: Times = { mix, here: [], allRules: [], currentAlone: [], different: 0 };
  for (let i = -WARM_UP; i < rounds; i += 1) {
    const question = mix.question(asked.log, random);
    const at = await asked.at(question);
    const start = performance.now();
    const state = await asked.ask(question);
    const answered = performance.now();
    const rows = await peer.ask('all-rules', ALL_RULES, at);
    const allRules = performance.now();
    await peer.ask('current-alone', CURRENT_ALONE, at);
    const end = performance.now();
    if (!areSameStances(rows, state)) times.different += 1;
    if (i < 0) continue;
    times.here.push(answered - start);
    times.allRules.push(allRules - answered);
    times.currentAlone.push(end - allRules);
  }
  return times;
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
  const asked = all.reduce((sum, { here }) => sum + here.length + WARM_UP, 0);
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
