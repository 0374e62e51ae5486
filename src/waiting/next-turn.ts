const waiting: (() => void)[] = [];

/**
 * Settles when it is the turn of whoever asks: one in each round of the event loop of this thread, in the order in which they ask, so that
 * what comes meanwhile is heard behind one piece of long work, not behind a piece of every long work that is under way (docs/adr/0032).
 */
export async function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveTurn);
  });
}

function giveTurn(): void {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) setImmediate(giveTurn);
}
