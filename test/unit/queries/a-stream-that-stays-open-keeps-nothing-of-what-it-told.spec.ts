import { endingAtStop } from '../../../src/queries/replay/ending-at-stop.js';

/** A promise that counts what waits for it, and for what is derived of it. */
class Awaited<T> extends Promise<T> {
  static count = 0;

  override then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    Awaited.count += 1;
    return super.then(fulfilled, rejected);
  }
}

async function* messages(count: number): AsyncGenerator<string, undefined> {
  for (let i = 0; i < count; i += 1) {
    yield `id: ${String(i)}\ndata: {}\n\n`;
    await Promise.resolve();
  }
}

it('nothing of the stop waits for each message', async () => {
  const { promise, resolve } = Awaited.withResolvers<undefined>();
  const stream = endingAtStop(messages(100), promise, null);
  for (let i = 0; i < 50; i += 1) expect((await stream.next()).value).toContain(`id: ${String(i)}\n`);
  expect(Awaited.count).toBe(1);

  resolve(undefined);
  await promise;
  expect((await stream.next()).value).toContain('49');
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});
