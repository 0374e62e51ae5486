import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Alter } from '../../support/altered-rules/alteration.js';
import { bundledAnswers } from '../../support/altered-rules/bundled-answers.js';

/** Asked by streams that stay open (see `all-who-listen-share-one-way.spec.ts`), and in their own files, where they cannot be altered. */
const NOT_ASKED = new Set(['replay/step concerning', 'meeting-brief meetingFacts', 'plan-brief planFacts', 'mentions issuesOfNamed']);

/** Whatever else these say, who asks them fails. */
const FAILING = new Set(['meeting-telling tellingOf', 'replay/recorded-steps causeOfEvent', 'replay/state-difference sideIn']);

/** What a rule may say instead, one after the other, until an answer is another one: the opposite, more, what it was asked about, nothing. */
const ALTERATIONS: readonly Alter[] = [
  otherwise,
  (result) => (typeof result === 'number' ? result + 1 : Array.isArray(result) ? result.toReversed() : ''),
  (_, [first]) => first,
  () => undefined,
];

function otherwise(result: unknown): unknown {
  switch (typeof result) {
    case 'boolean':
      return !result;
    case 'number':
      return -result;
    case 'bigint':
      return result + 1n;
    case 'string':
      return `${result}~`;
    case 'function':
      return () => undefined;
    default:
      return otherObject(result);
  }
}

function otherObject(result: unknown): unknown {
  if (Array.isArray(result)) return result.slice(1);
  if (result instanceof Set) return new Set();
  if (result === null || result === undefined || Object.getPrototypeOf(result) !== Object.prototype) return undefined;
  return Object.fromEntries(Object.entries(result).map(([name, value]) => [name, otherwise(value)]));
}

const { AlteredAnswers, ruleNames } = await bundledAnswers();
const answers = await AlteredAnswers.of();
afterAll(() => {
  answers[Symbol.dispose]();
});

it.each(ruleNames.filter((rule) => !NOT_ASKED.has(rule)))('answers are others where a rule is another: %s', async (rule) => {
  const outcomes = new Set<string>();
  for (const alter of ALTERATIONS) {
    outcomes.add(await answers.outcome(rule, alter));
    if (outcomes.has('an answer is another one')) return;
  }
  if (FAILING.has(rule)) expect(outcomes).toContain('an answer fails');
  else expect(outcomes).toContain('an answer is another one');
});

it('answers are as before where no rule is another', async () => {
  expect(await answers.outcome('order byStrength', (result) => result)).toBe('all answers are as before');
});

it('each function of each rule is among them', () => {
  const rules = join(import.meta.dirname, '../../../src/rules');
  const files = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const functions = files.flatMap((path) =>
    [...readFileSync(join(rules, path), 'utf8').matchAll(/^export function (\w+)/gm)].map(
      ([, name = '']) => `${path.slice(0, -3)} ${name}`,
    ),
  );
  expect(functions.length).toBeGreaterThan(100);
  expect(ruleNames.toSorted()).toEqual(functions.sort());
});
