import { concerning, type Told } from '../../rules/replay/step.js';
import type { Position } from '../../vocabulary/position.js';

/** One step of a live way, worked out once and written once, whoever listens. */
export class LiveStep {
  readonly position: Position;
  /** By issue; null where it does not concern it. */
  private readonly texts = new Map<string | null, string | null>();

  constructor(private readonly told: Told) {
    this.position = BigInt(told.happening.position ?? 0);
  }

  /** How much of memory it takes, about. */
  get size(): number {
    return this.textOf(null)?.length ?? 0;
  }

  /**
   * As JSON with the number that it has for one who listens.
   * @param issue null: all of it
   * @returns undefined where it does not concern the issue
   */
  json(issue: string | null, nextNumber: () => number): string | undefined {
    const text = this.textOf(issue);
    return text === null ? undefined : `{"step":${String(nextNumber())},${text.slice(1)}`;
  }

  private textOf(issue: string | null): string | null {
    let text = this.texts.get(issue);
    if (text === undefined) {
      const happening = concerning(this.told, issue);
      text = happening === undefined ? null : JSON.stringify(happening);
      this.texts.set(issue, text);
    }
    return text;
  }
}
