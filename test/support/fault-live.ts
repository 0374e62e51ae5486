/** A live replay as a client takes it: an event stream over HTTP. */
export class LiveReplay {
  readonly events: { readonly id: string; readonly data: { readonly step: number; readonly cause: { readonly report?: string } } }[] = [];
  /** True once the stream has ended or was cut. */
  ended = false;
  private readonly abort = new AbortController();

  /** @param path of the replay with its query */
  static async open(base: string, path: string, lastEventId?: string): Promise<LiveReplay> {
    const live = new LiveReplay();
    const headers = { accept: 'text/event-stream', ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    const answer = await fetch(base + path, { headers, signal: live.abort.signal });
    if (answer.status !== 200 || !answer.body) throw new Error(`${String(answer.status)}: ${await answer.text()}`);
    void live.take(answer.body);
    return live;
  }

  get ids(): string[] {
    return this.events.map(({ id }) => id);
  }

  get reports(): string[] {
    return this.events.flatMap(({ data }) => data.cause.report ?? []);
  }

  close(): void {
    this.abort.abort();
  }

  private async take(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) this.takeMessage(message);
      }
    } catch {
      // It was cut.
    }
    this.ended = true;
  }

  private takeMessage(message: string): void {
    const id = /^id: (.*)$/m.exec(message)?.[1];
    const data = /^data: (.*)$/m.exec(message)?.[1];
    if (id !== undefined && data !== undefined) this.events.push({ id, data: JSON.parse(data) as LiveReplay['events'][number]['data'] });
  }
}
