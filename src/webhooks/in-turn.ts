/** Does one thing after the other, whoever asks for it. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  async do<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
