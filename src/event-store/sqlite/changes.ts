/** Wakes those who wait for the next change. */
export class Changes {
  private waiting = new Set<() => void>();

  /** Settles at the next `notify`, or when the signal aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      if (signal.aborted) wake();
    });
  }

  notify(): void {
    for (const wake of [...this.waiting]) wake();
  }
}
