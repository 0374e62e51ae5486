import { AskedInProcess } from '../asked-in-process.js';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atLeast, count, digits, type Findings, type Row } from '../figures/rows.js';
import { Random } from '../generator/random.js';
import { LARGEST_ISSUE } from '../generator/registry-world.js';
import type { BuiltLog } from '../logs/built-log.js';
import { MIXES } from '../questions.js';
import { issueState } from '../../src/rules/issue-state.js';
import type { IssueState } from '../../src/rules/issue-state.js';
import { EventsOfIssue } from '../refold/events-of-issue.js';
import { HeldNegotiation } from '../refold/held-negotiation.js';

const FASTER_THAN_REFOLD = 500;
const TARGET_SIZE = 1_000_000;
const HELD_TARGET_FROM = 100_000;

interface Times {
  readonly log: BuiltLog;
  readonly events: number;
  readonly index: number[];
  readonly refold: number[];
  readonly held: number[];
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
        'Refold: the positions of the events of the issue are known beforehand; each is read by its position with node:sqlite, parsed with JSON.parse and no more, folded, and the pure rules answer. The question with no limits is asked too, which folds everything.',
        'Held in memory: the same reports, parsed, their windows of days worked out; the pure rules go through all of them.',
      ],
    };
  },
};

async function timesAt(log: BuiltLog, random: Random, repeats: number): Promise<Times> {
  using asked = new AskedInProcess(log);
  using events = new EventsOfIssue(log.folder, LARGEST_ISSUE);
  const times: Times = { log, events: events.count, index: [], refold: [], held: [], different: 0 };
  const held = folded(events);
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const mix of MIXES) {
      const question = mix.question(log, random);
      const at = await asked.at(question);
      await asked.ask(question);
      const start = performance.now();
      const byIndex = await asked.ask(question);
      const indexed = performance.now();
      const byRefold = issueState(folded(events, Number(at.recordedBy)).sceneAt(at), LARGEST_ISSUE);
      const refolded = performance.now();
      const byHeld = issueState(held.sceneAt(at), LARGEST_ISSUE);
      times.index.push(indexed - start);
      times.refold.push(refolded - indexed);
      times.held.push(performance.now() - refolded);
      if (!isSame(byIndex, byRefold) || !isSame(byIndex, byHeld)) times.different += 1;
    }
  }
  return times;
}

function folded(events: EventsOfIssue, upTo?: number): HeldNegotiation {
  const held = new HeldNegotiation();
  for (const [position, event] of events.read(upTo)) held.take(position, event);
  return held;
}

function rowsOf({ log, events, index, refold: refolds, held, different }: Times): Row[] {
  const size = `at ${count(log.reports)} reports`;
  const ratio = (others: readonly number[]): number => median(others.map((other, i) => other / (index[i] ?? NaN)));
  const behind = (others: readonly number[]): string => `${digits(median(others))} against ${digits(median(index))} ms`;
  const toRefold = atLeast(
    `index against a refold of the issue's ${count(events)} events ${size}`,
    ratio(refolds),
    FASTER_THAN_REFOLD,
    behind(refolds),
  );
  const toHeld = atLeast(`index against a fold of the issue held parsed in memory ${size}`, ratio(held), 1, behind(held));
  const same = {
    what: `index, refold and fold give the same answers ${size}`,
    measured: `${String(different)} of ${String(index.length)} differ`,
  };
  return [
    log.reports >= TARGET_SIZE ? toRefold : { ...toRefold, target: '', isMet: undefined },
    log.reports >= HELD_TARGET_FROM ? toHeld : { ...toHeld, target: '', isMet: undefined },
    { ...same, target: 'none', isMet: different === 0 },
  ];
}

/** The answer says more than the rules: at which point it stands, the children, and whether it is degraded. */
function isSame(answer: IssueState, state: IssueState | undefined): boolean {
  const { at: _, children: __, degraded: ___, ...rest } = answer as IssueState & Record<'at' | 'children' | 'degraded', unknown>;
  return JSON.stringify(rest) === JSON.stringify(state);
}
