import type { Recorded } from '../../vocabulary/events/log-event.js';
import { isRegistryEvent, isReport } from '../../vocabulary/events/log-event.js';
import { ENTRY_KINDS, type EntryKind } from '../../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { impossibleDates } from '../../vocabulary/impossible-dates.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import { isRemoval, REMOVALS } from '../../vocabulary/events/report-corrections.js';

/** A line of an import. */
export type ImportLine = { readonly entry: string; readonly id: string } & Readonly<Record<string, unknown>>;

/** Parents, and whatever else is named, before what names it. */
const ORDER_OF_KINDS: readonly EntryKind[] = ['negotiation', 'party', 'person', 'issue', 'proposition', 'plan', 'meeting', 'source'];

/**
 * The entries of a registry as lines: each as it stands at the end, but a person as first defined, since the party of a person
 * counts as of when a report's content was recorded (design 4, "Recorded").
 */
export class RegistryLines {
  private readonly byKind = new Map<EntryKind, Map<string, ImportLine>>(ENTRY_KINDS.map((kind) => [kind, new Map()]));

  take({ event }: Recorded): void {
    if (!isRegistryEvent(event)) return;
    const kind = KIND_OF_REGISTRY_EVENT[event.type];
    const entries = this.byKind.get(kind);
    if (kind === 'person' && entries?.has(event.id)) return;
    entries?.set(event.id, { entry: kind, id: event.id, ...event.entry });
  }

  /** When a source came out, as it stands at the end. */
  published(source: string): ReportedDate | undefined {
    return this.byKind.get('source')?.get(source)?.published as ReportedDate | undefined;
  }

  *lines(): Iterable<ImportLine> {
    for (const kind of ORDER_OF_KINDS) {
      const lines = [...(this.byKind.get(kind)?.values() ?? [])];
      yield* kind === 'issue' ? parentsBeforeChildren(lines) : lines;
    }
  }
}

/** What a report event, a removal or a link gives as a line, in the order of the log; undefined for what the registry's lines hold. */
export function lineOf({ event }: Recorded, registry: RegistryLines): ImportLine | undefined {
  if (isReport(event)) return { entry: 'report', id: event.id, ...asRecorded(event, registry), ...contentOf(event) };
  if (isRemoval(event)) {
    const { type, id, reason, published, note } = event;
    return { entry: REMOVALS[type], id, reason, published, note };
  }
  switch (event.type) {
    case 'ReportCorrected': {
      const { id, reason, published, note, report } = event;
      return { entry: 'correction', id, ...asRecorded(report, registry), reason, published, note, report: contentOf(report) };
    }
    case 'ReportsLinked':
      return { entry: 'link', id: event.id, kind: event.kind, to: event.to };
    case 'PersonChanged':
      return { entry: 'person', id: event.id, ...event.entry };
    default:
      return undefined;
  }
}

/** An import takes dates that cannot be only of what says that it was recorded so: its source was dated anew since, or the log is old. */
function asRecorded(content: ReportContent, registry: RegistryLines): { readonly asRecorded?: true } {
  const published = registry.published(content.source.id);
  return published !== undefined && impossibleDates(content, published).length > 0 ? { asRecorded: true } : {};
}

function contentOf({ negotiation: _, id: __, ...content }: ReportContent): Readonly<Record<string, unknown>> {
  return content;
}

function parentsBeforeChildren(lines: readonly ImportLine[]): ImportLine[] {
  const placed = new Set<string>();
  const ordered: ImportLine[] = [];
  const byId = new Map(lines.map((line) => [line.id, line]));
  const place = (line: ImportLine): void => {
    if (placed.has(line.id)) return;
    placed.add(line.id);
    const parent = typeof line.parent === 'string' ? byId.get(line.parent) : undefined;
    if (parent) place(parent);
    ordered.push(line);
  };
  lines.forEach(place);
  return ordered;
}
