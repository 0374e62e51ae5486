/** What is told with a span. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** How something went that is over. */
export interface Over {
  /** That it took. */
  readonly seconds: number;
  /** Milliseconds since 1970; left out: now. */
  readonly endedAt?: number;
  /** What it ended with; left out where all went well. */
  readonly error?: unknown;
}

/** Tells how long the parts of a request took, each as a part of what it was done for. */
export abstract class Spans {
  /** Work as a span; what is told while it goes on is part of it. @throws what the work throws */
  abstract during<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T>;
  /** Something that is over by now. */
  abstract over(name: string, facts: SpanFacts, over: Over): void;
  /** Whether somebody wants to know of what is done just now: others need not find out how long it took. */
  abstract readonly areWanted: boolean;
}

/** Where nobody wants to know. */
export class NoSpans extends Spans {
  readonly areWanted = false;

  async during<T>(_name: string, _facts: SpanFacts, work: () => Promise<T>): Promise<T> {
    return work();
  }

  over(): void {
    // Nobody wants to know.
  }
}
