import { AskedInProcess } from '../asked-in-process.js';
import type { BenchPlace, Measure } from '../bench-place.js';
import { earlierState } from '../figures/earlier-states.js';
import { median, quantile } from '../figures/quantiles.js';
import { atLeast, atMost, count, digits, type Findings, info, type Row } from '../figures/rows.js';
import { Random } from '../generator/random.js';
import type { BuiltLog } from '../logs/built-log.js';
import { MIXES, type Mix } from '../questions.js';

const MOST_GROWTH = 3;
const MOST_TAIL = 5;
/** Against the version before states were read from packed lists. */
const LEAST_TIMES_FASTER = 10;

/** Rounds over all sizes and mixes, so that what else the machine does falls on all of them. */
const FULL = { rounds: 12, millisecondsPerRound: 400, least: 4, most: 400 };
const QUICK = { rounds: 3, millisecondsPerRound: 120, least: 2, most: 100 };

interface Samples {
  readonly log: BuiltLog;
  readonly mix: Mix;
  readonly milliseconds: number[];
  readonly perStance: number[];
  readonly stances: number[];
  readonly bytes: number[];
}

/** The state of the largest issue at any point of the three axes, in process, at every size. */
export const asOfState: Measure = {
  name: 'as-of',
  async run({ logs, lateLog, smallest, largest, options }: BenchPlace): Promise<Findings> {
    const random = Random.of(options.seed, 'as-of');
    const { rounds, ...length } = options.isQuick ? QUICK : FULL;
    const asked = [...logs, lateLog].map((log) => new AskedInProcess(log));
    const samples = asked.flatMap(({ log }) => MIXES.map((mix): Samples => emptySamples(log, mix)));
    for (const one of asked) for (const mix of MIXES) await one.ask(mix.question(one.log, random));
    for (let round = 0; round < rounds; round += 1) {
      for (const one of samples) await sample(one, asked, length, random);
    }
    for (const one of asked) one[Symbol.dispose]();
    const of = (log: BuiltLog, mix: Mix): Samples => samples.find((one) => one.log === log && one.mix === mix) ?? emptySamples(log, mix);
    const sameSize = logs.find(({ reports }) => reports === lateLog.reports) ?? largest;
    const rows = [
      ...MIXES.map((mix) => growth(of(smallest, mix), of(largest, mix))),
      ...MIXES.map((mix) => tail(of(largest, mix))),
      ...MIXES.map((mix) => faster(of(largest, mix), options.before)),
      ...MIXES.map((mix) => lateness(of(sameSize, mix), of(lateLog, mix))),
    ];
    return { rows, tables: [tableOf(samples, lateLog)] };
  },
};

function emptySamples(log: BuiltLog, mix: Mix): Samples {
  return { log, mix, milliseconds: [], perStance: [], stances: [], bytes: [] };
}

async function sample(
  samples: Samples,
  asked: readonly AskedInProcess[],
  { millisecondsPerRound, least, most }: Omit<typeof FULL, 'rounds'>,
  random: Random,
): Promise<void> {
  const one = asked.find(({ log }) => log === samples.log);
  const end = performance.now() + millisecondsPerRound;
  for (let i = 0; one !== undefined && i < most && (i < least || performance.now() < end); i += 1) {
    const question = samples.mix.question(samples.log, random);
    const start = performance.now();
    const state = await one.ask(question);
    const milliseconds = performance.now() - start;
    const stances = state.stances.length;
    samples.milliseconds.push(milliseconds);
    samples.perStance.push(milliseconds / Math.max(1, stances));
    samples.stances.push(stances);
    if (i === 0) samples.bytes.push(JSON.stringify(state).length);
  }
}

function growth(small: Samples, large: Samples): Row {
  const [from, to] = [median(small.perStance), median(large.perStance)];
  const behind = `${micro(from)} to ${micro(to)} per stance`;
  const sizes = `${count(large.log.reports)} against ${count(small.log.reports)} reports`;
  return atMost(`as-of state, ${small.mix.name}: p50 per stance at ${sizes}`, to / from, MOST_GROWTH, ' times', behind);
}

function tail({ mix, milliseconds, log }: Samples): Row {
  const [p50, p99] = [median(milliseconds), quantile(milliseconds, 0.99)];
  const behind = `${digits(p50)} and ${digits(p99)} ms`;
  return atMost(`as-of state, ${mix.name}: p99 against p50 at ${count(log.reports)} reports`, p99 / p50, MOST_TAIL, ' times', behind);
}

/** @param before what another version printed */
function faster({ mix, milliseconds, log }: Samples, before = ''): Row {
  const reports = count(log.reports);
  const what = `as-of state, ${mix.name}: times faster than another version, at ${reports} reports`;
  const [earlier, now] = [earlierState(before, reports, mix.name), median(milliseconds)];
  if (earlier === undefined) return info(what, 'not measured');
  return atLeast(what, earlier / now, LEAST_TIMES_FASTER, `${digits(earlier)} against ${digits(now)} ms`);
}

function lateness(few: Samples, many: Samples): Row {
  const ratio = median(many.perStance) / median(few.perStance);
  return info(`as-of state, ${few.mix.name}: p50 with 20 % late reports against 1 %, at ${count(many.log.reports)} reports`, digits(ratio));
}

function tableOf(samples: readonly Samples[], lateLog: BuiltLog): NonNullable<Findings['tables']>[number] {
  return {
    title: 'State of the largest issue, in process',
    head: ['reports', 'D, K, R', 'p50 ms', 'p99 ms', 'p50 µs per stance', 'stances', 'answer KB', 'asked'],
    body: samples.map(({ log, mix, milliseconds, perStance, stances, bytes }) => [
      `${count(log.reports)}${log === lateLog ? ', 20 % late' : ''}`,
      mix.name,
      digits(median(milliseconds)),
      digits(quantile(milliseconds, 0.99)),
      digits(median(perStance) * 1_000),
      String(median(stances)),
      digits(median(bytes) / 1_000),
      String(milliseconds.length),
    ]),
  };
}

function micro(milliseconds: number): string {
  return `${digits(milliseconds * 1_000)} µs`;
}
