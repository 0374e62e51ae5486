import type { Scene } from '../../src/rules/scene.js';
import type { At } from '../../src/vocabulary/axes.js';
import { AskedInProcess } from '../asked-in-process.js';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atLeast, count, digits, type Findings, info, type Row } from '../figures/rows.js';
import { Random } from '../generator/random.js';
import { LARGEST_ISSUE } from '../generator/registry-world.js';
import type { BuiltLog } from '../logs/built-log.js';
import { MIXES } from '../questions.js';
import { EventsOfIssue } from '../refold/events-of-issue.js';
import { folded } from '../refold/folded.js';
import { issueState } from '../refold/issue-from-reports.js';
import { isSameState } from '../refold/same-state.js';

const FASTER_THAN_REFOLD = 500;
const TARGET_SIZE = 1_000_000;
const HELD_TARGET_FROM = 100_000;

/** Other questions that are asked before one that is timed, so that it does not find everything cold. */
const OTHERS_BEFORE = 4;

interface Times {
  readonly log: BuiltLog;
  readonly events: number;
  readonly toRefold: Versus;
  readonly toHeld: Versus;
}

/** Milliseconds of the index and of what stands against it, question by question. */
interface Versus {
  readonly index: number[];
  readonly other: number[];
  different: number;
}

/** The same questions answered by the index, by a refold from the log, and by a fold over what is held parsed in memory. */
export const refold: Measure = {
  name: 'refold',
  async run({ logs, options }: BenchPlace): Promise<Findings> {
    const all: Times[] = [];
    for (const log of logs) all.push(await timesAt(log, Random.of(options.seed, 'refold'), options.isQuick ? 1 : 2));
    return {
      rows: all.flatMap(rowsOf),
      notes: [
        'Refold: the positions of the events of the issue are known beforehand; each is read by its position with node:sqlite, parsed with JSON.parse and no more, folded, and the pure rules answer.',
        'Held in memory: the same reports, parsed, their windows of days worked out; the pure rules go through all of them.',
      ],
    };
  },
};

async function timesAt(log: BuiltLog, random: Random, repeats: number): Promise<Times> {
  using asked = new AskedInProcess(log);
  using events = new EventsOfIssue(log.folder, LARGEST_ISSUE);
  const toRefold = await versus(asked, random, repeats, (at) => folded(events, Number(at.recordedBy)).sceneAt(at));
  // Not before: what is held would be in the way of the garbage collector while the refold is measured.
  const held = folded(events);
  const toHeld = await versus(asked, random, repeats, (at) => held.sceneAt(at));
  return { log, events: events.count, toRefold, toHeld };
}

/** Asks the index, then the other one, the same question. */
async function versus(asked: AskedInProcess, random: Random, repeats: number, sceneAt: (at: At) => Scene): Promise<Versus> {
  const times: Versus = { index: [], other: [], different: 0 };
  for (const mix of Array.from({ length: repeats }, () => MIXES).flat()) {
    for (let i = 0; i < OTHERS_BEFORE; i += 1) await asked.ask(mix.question(asked.log, random));
    const question = mix.question(asked.log, random);
    const at = await asked.at(question);
    const start = performance.now();
    const byIndex = await asked.ask(question);
    const indexed = performance.now();
    const byOther = issueState(sceneAt(at), LARGEST_ISSUE);
    times.index.push(indexed - start);
    times.other.push(performance.now() - indexed);
    if (!isSameState(byIndex, byOther)) times.different += 1;
  }
  return times;
}

function rowsOf({ log, events, toRefold, toHeld }: Times): Row[] {
  const size = `at ${count(log.reports)} reports`;
  const refolded = row(`index against a refold of the issue's ${count(events)} events ${size}`, toRefold, FASTER_THAN_REFOLD);
  const inMemory = row(`index against a fold of the issue held parsed in memory ${size}`, toHeld, 1);
  const different = toRefold.different + toHeld.different;
  const asked = toRefold.index.length + toHeld.index.length;
  return [
    log.reports >= TARGET_SIZE ? refolded : withoutTarget(refolded),
    log.reports >= HELD_TARGET_FROM ? inMemory : withoutTarget(inMemory),
    {
      what: `index, refold and fold give the same answers ${size}`,
      measured: `${String(different)} of ${String(asked)} differ`,
      target: 'none',
      isMet: different === 0,
    },
  ];
}

function row(what: string, { index, other }: Versus, least: number): Row {
  const ratio = median(other.map((milliseconds, i) => milliseconds / (index[i] ?? NaN)));
  return atLeast(what, ratio, least, `${digits(median(other))} against ${digits(median(index))} ms`);
}

function withoutTarget({ what, measured }: Row): Row {
  return info(what, measured);
}
