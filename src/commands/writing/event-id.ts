import { v7 as uuid } from 'uuid';

const BYTES = 16;
/** The system is asked for the random bytes of so many ids at once: to ask for those of one takes longer than all else of it. */
const IDS = 256;
const drawn = new Uint8Array(IDS * BYTES);
let left = 0;

/** The id of a new event: a UUID of version 7, those of a later millisecond are the greater. */
export function newEventId(): string {
  if (left === 0) {
    crypto.getRandomValues(drawn);
    left = IDS;
  }
  left -= 1;
  return uuid({ random: drawn.subarray(left * BYTES, (left + 1) * BYTES) });
}
