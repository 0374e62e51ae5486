import { whenNpmIsGone } from './npm-gone.js';

/** Whether it is to stop is known before anything is loaded: a signal in the middle of the start ends it cleanly, too. */
const stopped = new Promise<'stopped'>((resolve) => {
  const stop = (): void => {
    resolve('stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  whenNpmIsGone(stop);
});

const { run } = await import('./service/run.js');
await run(stopped);
