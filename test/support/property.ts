import fc from 'fast-check';

/** For how long a smaller example is looked for. */
const SHRINKING_MS = 30_000;

/**
 * The examples are the same ones in each run, so that a run tells of the change that it is made for. PROPERTY_SEED=random looks for new
 * ones, as is done now and then; a number gives those of another run again.
 */
const { PROPERTY_SEED = '20261127' } = process.env;
const SEED = PROPERTY_SEED === 'random' ? {} : { seed: Number(PROPERTY_SEED) };

/**
 * Holds a property against many examples. One that fails ends soon: it is told with the smallest example found in the time that
 * there is, instead of the smallest that there is.
 * @throws Error with the example and what it takes to run it again
 */
export async function holds<Ts extends unknown[]>(
  property: fc.IAsyncProperty<Ts>,
  parameters: { readonly numRuns: number },
): Promise<void> {
  const found = await fc.check(property, { ...parameters, ...SEED, endOnFailure: true });
  if (!found.failed) return;
  const { seed, counterexamplePath } = found;
  const again = { seed, ...(counterexamplePath === null ? {} : { path: counterexamplePath }) };
  const shrunk = await fc.check(property, { ...again, interruptAfterTimeLimit: SHRINKING_MS, markInterruptAsFailure: true });
  const told = shrunk.counterexample === null ? found : shrunk;
  throw new Error(await fc.asyncDefaultReportMessage(told), { cause: told.errorInstance });
}
