import { setImmediate as nextRound } from 'node:timers/promises';
import { nextTurn } from '../../../src/waiting/next-turn.js';

const STEPS = 5;

/** Long works, each a piece in each turn, and what they did. */
function questions(names: readonly string[]) {
  const done: string[] = [];
  const work = async (name: string): Promise<void> => {
    for (let step = 0; step < STEPS; step += 1) {
      await nextTurn();
      done.push(name);
    }
  };
  return { done, all: Promise.all(names.map(work)) };
}

it('in each round of the event loop one question works, however many wait', async () => {
  const { done, all } = questions(['a', 'b', 'c']);
  const perRound: number[] = [];
  while (done.length < 3 * STEPS) {
    const before = done.length;
    await nextRound();
    perRound.push(done.length - before);
  }
  await all;
  expect(Math.max(...perRound)).toBe(1);
});

it('they come in the order in which they asked, again and again', async () => {
  const { done, all } = questions(['a', 'b', 'c']);
  await all;
  expect(done.join('')).toBe('abc'.repeat(STEPS));
});
