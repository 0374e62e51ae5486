/**
 * The same items, and a beat wherever none has come for a while.
 * @param items are asked for one at a time, and closed at the end
 * @param interval milliseconds
 */
export async function* withHeartbeat<T, B>(items: AsyncGenerator<T>, interval: number, beat: B): AsyncGenerator<T | B> {
  let onSilence: (() => void) | undefined;
  const timer = setTimeout(() => onSilence?.(), interval);
  const silence = (): Promise<typeof SILENT> =>
    new Promise((resolve) => {
      onSilence = () => {
        resolve(SILENT);
      };
    });
  try {
    for (;;) {
      const next = items.next();
      timer.refresh();
      let got = await Promise.race([next, silence()]);
      while (got === SILENT) {
        yield beat;
        timer.refresh();
        got = await Promise.race([next, silence()]);
      }
      if (got.done === true) return;
      yield got.value;
    }
  } finally {
    clearTimeout(timer);
    await items.return(undefined);
  }
}

const SILENT = Symbol('silent');
