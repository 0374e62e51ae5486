import type { Position } from '../../vocabulary/position.js';
import { firstWhere } from '../../read-model/reading/halving.js';
import type { LiveStep } from './live-step.js';

export interface Room {
  readonly steps: number;
  /** Of their text, in characters. */
  readonly size: number;
}

/** The last steps of a way, as many as there is room for: what all who listen still have to get lies here, once. */
export class RecentSteps {
  private readonly steps: LiveStep[] = [];
  private size = 0;
  private start: Position;

  /** @param start behind it all steps are here */
  constructor(
    start: Position,
    private readonly room: Room,
  ) {
    this.start = start;
  }

  /** Whether nothing behind a position is missing. */
  reachBackTo(position: Position): boolean {
    return position >= this.start;
  }

  push(step: LiveStep): void {
    this.steps.push(step);
    this.size += step.size;
    // The last one stays whatever its size, else nobody could get it.
    while (this.steps.length > 1 && (this.steps.length > this.room.steps || this.size > this.room.size)) this.dropFirst();
  }

  /** The first steps behind a position: one, and more of them while all together are not larger than `size`. */
  behind(position: Position, size: number): LiveStep[] {
    const found: LiveStep[] = [];
    let left = size;
    for (let i = this.firstBehind(position); i < this.steps.length; i += 1) {
      const step = this.steps[i];
      if (step === undefined || (found.length > 0 && step.size > left)) break;
      found.push(step);
      left -= step.size;
    }
    return found;
  }

  private firstBehind(position: Position): number {
    return firstWhere(0, this.steps.length, (place) => (this.steps[place]?.position ?? position) > position);
  }

  private dropFirst(): void {
    const first = this.steps.shift();
    if (first === undefined) return;
    this.size -= first.size;
    this.start = first.position;
  }
}
