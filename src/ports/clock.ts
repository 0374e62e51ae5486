/** Milliseconds since 1970: the one place where the present comes in. */
export abstract class Clock {
  abstract now(): number;
}

/** The clock of the machine. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
