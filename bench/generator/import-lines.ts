import { isRegistryEvent, isReport, type LogEvent } from '../../src/vocabulary/events/log-event.js';
import { KIND_OF_REGISTRY_EVENT } from '../../src/vocabulary/events/registry-events.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { isRemoval, REMOVALS } from '../../src/vocabulary/events/report-corrections.js';
import { history } from './history.js';
import type { HistoryOptions } from './history-options.js';

/** A line of an import. */
export type ImportLine = { readonly entry: string; readonly id: string } & Readonly<Record<string, unknown>>;

/** A history as the lines of an import. */
export function* importLines(options: HistoryOptions): Generator<ImportLine> {
  for (const { event } of history(options)) yield importLine(event);
}

/** The line that brings an event. */
export function importLine(event: LogEvent): ImportLine {
  if (isRegistryEvent(event)) return { entry: KIND_OF_REGISTRY_EVENT[event.type], id: event.id, ...event.entry };
  if (isReport(event)) return { entry: 'report', id: event.id, ...bodyOf(event) };
  if (isRemoval(event)) {
    const { type, id, reason, published, note } = event;
    return { entry: REMOVALS[type], id, reason, published, note };
  }
  switch (event.type) {
    case 'ReportCorrected': {
      const { id, reason, published, note, report } = event;
      return { entry: 'correction', id, reason, published, note, report: bodyOf(report) };
    }
    case 'ReportsLinked':
    case 'ReportsUnlinked':
      throw new Error('a history links no reports');
  }
}

function bodyOf({ negotiation: _, id: __, ...body }: ReportContent): Readonly<Record<string, unknown>> {
  return body;
}
