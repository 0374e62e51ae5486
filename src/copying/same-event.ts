import type { RecordedEvent } from '../event-store/event-store.js';
import { sameContent } from '../vocabulary/same-content.js';

/** How two events differ in what a copy keeps: all but the position. undefined: not at all. */
export function differenceOf(a: RecordedEvent, b: RecordedEvent): string | undefined {
  for (const field of ['id', 'stream', 'revision', 'type'] as const) {
    if (a[field] !== b[field]) return `${a.type} ${a.id}: ${field} is ${String(a[field])} here and ${String(b[field])} there`;
  }
  if (!sameContent(a.data, b.data)) return `${a.type} ${a.id}: the data differ`;
  return sameContent(a.metadata, b.metadata) ? undefined : `${a.type} ${a.id}: the metadata differ`;
}
