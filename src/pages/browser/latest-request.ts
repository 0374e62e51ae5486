/** What was asked for was not wanted any more when it came. */
export const OVERTAKEN = Symbol('overtaken');

/** Asks for pages, one at a time: a later question takes the place of the one under way, whose answer is never seen. */
export class LatestRequest {
  private under: AbortController | undefined;

  /** @throws TypeError where the service cannot be reached */
  async ask(url: string): Promise<{ readonly response: Response; readonly text: string } | typeof OVERTAKEN> {
    this.cancel();
    const mine = new AbortController();
    this.under = mine;
    try {
      const response = await fetch(url, { signal: mine.signal, headers: { accept: 'text/html' } });
      const text = await response.text();
      return mine.signal.aborted ? OVERTAKEN : { response, text };
    } catch (error) {
      if (mine.signal.aborted) return OVERTAKEN;
      throw error;
    } finally {
      if (this.under === mine) this.under = undefined;
    }
  }

  cancel(): void {
    this.under?.abort();
    this.under = undefined;
  }
}
