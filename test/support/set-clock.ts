import { Clock } from '../../src/ports/clock.js';

/** A clock that stands where a test puts it. */
export class SetClock extends Clock {
  private instant: number;

  constructor(instant: string) {
    super();
    this.instant = Date.parse(instant);
  }

  now(): number {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = Date.parse(instant);
  }

  /** Each event in the log gets an instant of its own where a test asks by instants. */
  forward(milliseconds: number): void {
    this.instant += milliseconds;
  }
}
