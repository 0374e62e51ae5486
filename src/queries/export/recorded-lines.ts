import type { Recorded } from '../../vocabulary/events/log-event.js';
import { isRegistryEvent } from '../../vocabulary/events/log-event.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { type ImportLine, lineOf, type RegistryLines } from './export-lines.js';

/**
 * An event as a line of its own, in the order of the log, with when and by whom it was recorded: an import that is asked to keeps that.
 * @param registry as it stands at that event
 * @returns undefined for what no line brings
 */
export function recordedLineOf(recorded: Recorded, registry: RegistryLines, tellsPosters: boolean): ImportLine | undefined {
  const { event, metadata } = recorded;
  const line = isRegistryEvent(event)
    ? { entry: KIND_OF_REGISTRY_EVENT[event.type], id: event.id, ...event.entry }
    : lineOf(recorded, registry);
  return line && { ...line, recordedAt: metadata.recordedAt, postedBy: tellsPosters ? metadata.postedBy : null };
}
