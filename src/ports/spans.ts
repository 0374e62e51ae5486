/** What is told with a span. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** Tells how long the parts of a request took, each as a part of what it was done for. */
export abstract class Spans {
  /** Work as a span; what is told while it goes on is part of it. @throws what the work throws */
  abstract during<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T>;
  /** Something that is over by now. @param seconds that it took @param error what it ended with; undefined where all went well */
  abstract over(name: string, facts: SpanFacts, seconds: number, error?: unknown): void;
}

/** Where nobody wants to know. */
export class NoSpans extends Spans {
  async during<T>(_name: string, _facts: SpanFacts, work: () => Promise<T>): Promise<T> {
    return work();
  }

  over(): void {
    // Nobody wants to know.
  }
}
