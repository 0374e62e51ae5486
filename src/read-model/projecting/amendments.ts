import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { RegistryEvent } from '../../vocabulary/events/registry-events.js';
import { isRemoval } from '../../vocabulary/events/report-corrections.js';
import { amendmentOf } from '../extracting/amendment-of.js';
import { toColumn } from '../tables/columns.js';
import { SCOPE } from '../tables/scopes.js';
import type { ContentLists } from './content-lists.js';
import type { EventPlaces, Place } from './event-places.js';
import type { GrowingModel } from './growing-model.js';
import type { KnownRegistry } from './known-registry.js';
import type { ReportVersions } from './report-versions.js';

/** Takes up what comes later of reports and sources: corrections, retractions, withdrawals and what takes them back, links. */
export class Amendments {
  constructor(
    private readonly model: GrowingModel,
    private readonly registry: KnownRegistry,
    private readonly lists: ContentLists,
    private readonly versions: ReportVersions,
    private readonly places: EventPlaces,
  ) {}

  /** @throws Error where a correction is of a report that is not there */
  amended(event: Exclude<LogEvent, RegistryEvent>, revision: number, place: Place): void {
    const { number } = place;
    const { negotiation, id, type } = event;
    if (type === 'SourceWithdrawn' || type === 'SourceReadmitted') {
      this.places.note(place, { type, negotiation, subject: id });
      const source = this.registry.source(negotiation, id).number;
      this.later(SCOPE.source, source, number, revision, event);
      this.registry.sourceChanged(negotiation, id);
      this.versions.sourceChanged(negotiation, id, number);
      return;
    }
    const correction = type === 'ReportCorrected' ? this.versions.told(event.report) : undefined;
    this.places.note(place, { type, negotiation, subject: id, summary: correction?.summary });
    const report = this.model.reports.find(negotiation, id);
    if (report === undefined) {
      // A parked report has no content: its correction must not pass for the original.
      if (correction !== undefined) throw new Error(`the report ${id} is not in the log before its correction, or is parked`);
      return;
    }
    this.later(SCOPE.report, report, number, revision, event);
    if (event.type === 'ReportsLinked' || event.type === 'ReportsUnlinked') {
      const { kind, to: target } = event;
      const made = event.type === 'ReportsLinked' ? 1 : 0;
      this.model.rows.add('link', {
        negotiation: this.model.names.of('negotiation', '', negotiation).number,
        report: id,
        event: number,
        kind,
        target,
        made,
      });
      return;
    }
    if (correction !== undefined) this.lists.record(this.lists.contentOf(correction, number, report, number));
    this.versions.changed(report, number, correction);
  }

  private later(scope: number, subject: number, event: number, revision: number, what: Exclude<LogEvent, RegistryEvent>): void {
    const amendment = what.type === 'ReportCorrected' || isRemoval(what) ? amendmentOf(what) : null;
    const publishedHi = amendment?.publishedHi ?? null;
    this.model.rows.add('later', {
      scope,
      subject,
      event,
      type: what.type,
      revision,
      reason: amendment?.reason ?? null,
      published_hi: publishedHi === null ? null : toColumn(publishedHi),
    });
  }
}
