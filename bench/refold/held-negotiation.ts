import { claimantsOf } from '../../src/rules/claimants.js';
import { type Amendment, type CountedRemoval, isRemoved, versionInForce } from '../../src/rules/in-force.js';
import type { Registry, Scene, VisibleReport } from '../../src/rules/scene.js';
import { isVisible, occurredWindow, uncertainAxes } from '../../src/rules/visibility.js';
import type { At } from '../../src/vocabulary/axes.js';
import { type DayWindow, windowOf } from '../../src/vocabulary/edtf-window.js';
import { isRegistryEvent, isReport, type LogEvent } from '../../src/vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../src/vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../../src/vocabulary/events/registry-events.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { isRemoval, type Removal, type ReportCorrected, takesBack } from '../../src/vocabulary/events/report-corrections.js';

interface HeldAmendment extends Amendment {
  readonly position: bigint;
}

type HeldRemoval = CountedRemoval & HeldAmendment;

interface HeldVersion {
  readonly content: ReportContent;
  readonly occurred: DayWindow | null;
  readonly claimants: string[] | null;
}

interface HeldReport {
  readonly firstPosition: bigint;
  readonly versions: HeldVersion[];
  readonly corrections: HeldAmendment[];
  readonly removals: HeldRemoval[];
}

interface HeldSource {
  readonly published: DayWindow;
  readonly edtf: string;
  readonly removals: HeldRemoval[];
}

/**
 * The events of one issue, parsed and held in memory: a question is answered by going through all of its reports and applying
 * the rules. No index, and nothing that is read from a disk. Every R that is asked for lies behind the registry.
 */
export class HeldNegotiation {
  private readonly entries = new Map<EntryKind, Map<string, Entries[EntryKind]>>();
  private readonly reports = new Map<string, HeldReport>();
  private readonly sources = new Map<string, HeldSource>();
  private negotiation: Entries['negotiation'] | undefined;

  /** In log order. */
  take(position: bigint, event: LogEvent): void {
    if (isReport(event)) {
      this.reports.set(event.id, { firstPosition: position, versions: [this.version(event)], corrections: [], removals: [] });
    } else if (event.type === 'ReportCorrected') {
      const report = this.reports.get(event.id);
      report?.versions.push(this.version(event.report));
      report?.corrections.push(amendment(position, event));
    } else if (isRemoval(event)) {
      const ofReport = event.type === 'ReportRetracted' || event.type === 'ReportReinstated';
      const removed = (ofReport ? this.reports : this.sources).get(event.id);
      removed?.removals.push({ ...amendment(position, event), takesBack: takesBack(event) });
    } else if (event.type === 'SourceDefined') {
      const { edtf } = event.entry.published;
      this.sources.set(event.id, { published: windowOf(edtf), edtf, removals: [] });
    } else if (isRegistryEvent(event)) {
      if (event.type === 'NegotiationOpened') this.negotiation = event.entry;
      this.of(KIND_OF_REGISTRY_EVENT[event.type]).set(event.id, event.entry);
    }
  }

  /** All that is visible at a point. */
  sceneAt(at: At): Scene {
    const reports: VisibleReport[] = [];
    for (const [id, report] of this.reports) {
      const seen = this.seenAt(id, report, at);
      if (seen) reports.push(seen);
    }
    return { at, registry: this.registry(), reports };
  }

  private seenAt(id: string, report: HeldReport, at: At): VisibleReport | undefined {
    if (report.firstPosition > at.recordedBy) return undefined;
    const recorded = <A extends HeldAmendment>(all: readonly A[]): A[] => all.filter(({ position }) => position <= at.recordedBy);
    if (isRemoved(recorded(report.removals), at.knownBy)) return undefined;
    const corrections = recorded(report.corrections);
    const version = report.versions[versionInForce(corrections, at.knownBy)];
    const source = version && this.sources.get(version.content.source.id);
    if (version === undefined || source === undefined || isRemoved(recorded(source.removals), at.knownBy)) return undefined;
    const { published, edtf } = source;
    const occurred = occurredWindow(version.occurred, published);
    if (!isVisible(occurred, published, at)) return undefined;
    const { content, claimants } = version;
    const uncertain = uncertainAxes(occurred, published, at);
    const certainty = uncertain.length === 0 ? 'certain' : 'possible';
    const occurredAsWritten = content.occurred?.edtf ?? edtf;
    const isDated = content.occurred !== null;
    const { firstPosition } = report;
    return { id, content, claimants, occurred, published, occurredAsWritten, isDated, firstPosition, certainty, uncertain };
  }

  private registry(): Registry {
    if (this.negotiation === undefined) throw new Error('no negotiation was opened');
    const lookup = <K extends EntryKind>(kind: K) => this.of(kind) as unknown as ReadonlyMap<string, Entries[K]>;
    return {
      negotiation: this.negotiation,
      issue: lookup('issue'),
      proposition: lookup('proposition'),
      plan: lookup('plan'),
      meeting: lookup('meeting'),
    };
  }

  private version(content: ReportContent): HeldVersion {
    const persons = this.of('person') as ReadonlyMap<string, Entries['person']>;
    return {
      content,
      occurred: content.occurred && windowOf(content.occurred.edtf),
      claimants: claimantsOf(content, (person) => persons.get(person)?.party),
    };
  }

  private of(kind: EntryKind): Map<string, Entries[EntryKind]> {
    const known = this.entries.get(kind) ?? new Map<string, Entries[EntryKind]>();
    this.entries.set(kind, known);
    return known;
  }
}

function amendment(position: bigint, { reason, published }: ReportCorrected | Removal): HeldAmendment {
  return { position, reason, publishedHi: published && windowOf(published.edtf).hi };
}
