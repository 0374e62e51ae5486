import { tryAgain } from '../../../src/waiting/try-again.js';

/** Fails so many times, each time with what it is then given, and then tells which try worked. */
const failing =
  (...failures: Error[]) =>
  async (attempt: number): Promise<number> => {
    const failure = failures[attempt - 1];
    if (failure) throw failure;
    return attempt;
  };
const [first, second, third] = [new Error('first'), new Error('second'), new Error('third')];

it('until it works', async () => {
  expect(await tryAgain(failing(first, second), {})).toBe(3);
});

it('no more often than it may be: then the last failure is the answer', async () => {
  expect(await tryAgain(failing(first, second), { mostTries: 3 })).toBe(3);
  await expect(tryAgain(failing(first, second, third), { mostTries: 3 })).rejects.toBe(third);
  await expect(tryAgain(failing(first), { mostTries: 1 })).rejects.toBe(first);
});

it('only behind failures that may pass', async () => {
  await expect(tryAgain(failing(first, second), { where: (error) => error === first })).rejects.toBe(second);
});

it('each time when its wait is over, which knows what failed and how often', async () => {
  const waits: unknown[] = [];
  const wait = async (error: unknown, tries: number) => void waits.push([error, tries]);
  await tryAgain(failing(first, second), { wait });
  expect(waits).toEqual([
    [first, 1],
    [second, 2],
  ]);
});

it('no more where its wait fails', async () => {
  const wait = async () => Promise.reject(second);
  await expect(tryAgain(failing(first), { wait })).rejects.toBe(second);
});
