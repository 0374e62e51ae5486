import type { EventsOfIssue } from './events-of-issue.js';
import { HeldNegotiation } from './held-negotiation.js';

/** Reads the events of an issue from the log, and folds them. @param upTo a position; left out: all */
export function folded(events: EventsOfIssue, upTo?: number): HeldNegotiation {
  const held = new HeldNegotiation();
  for (const [position, event] of events.read(upTo)) held.take(position, event);
  return held;
}
