import type { DayWindow } from '../vocabulary/edtf-window.js';
import { windowOf } from '../vocabulary/edtf-window.js';
import type { Entries, EntryKind } from '../vocabulary/events/registry-entries.js';
import type { Reason } from '../vocabulary/events/report-corrections.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import type { Amendment } from '../rules/in-force.js';
import { fromColumn, STILL, toPosition } from './columns.js';
import type { Lookups, RecordedReport, SourceInfo } from './lookups.js';
import type { InForceRow } from './in-force-row.js';
import type { ReadModelFile } from './read-model-file.js';

interface AmendmentRow {
  readonly reason: Reason | null;
  readonly published_hi: number | null;
}

interface VersionRow extends AmendmentRow {
  readonly position: number;
  readonly source: string;
  readonly o_lo: number | null;
  readonly o_hi: number | null;
  readonly content: string;
}

/** Answers what projections ask from the tables of one file, as they stand at the head. */
export class TableLookups implements Lookups {
  constructor(private readonly file: ReadModelFile) {}

  issueOf(negotiation: string, proposition: string): string | undefined {
    return this.entry('proposition', negotiation, proposition)?.issue;
  }

  partyOf(negotiation: string, person: string): string | null | undefined {
    return this.entry('person', negotiation, person)?.party;
  }

  report(negotiation: string, report: string): RecordedReport {
    const versions = this.file.all<VersionRow>(
      'SELECT * FROM version WHERE negotiation = ? AND report = ? ORDER BY version',
      negotiation,
      report,
    );
    return {
      firstPosition: toPosition(versions[0]?.position ?? 0),
      versions: versions.map((row) => ({
        source: row.source,
        occurred: windowOfColumns(row.o_lo, row.o_hi),
        occurredEdtf: (JSON.parse(row.content) as ReportContent).occurred?.edtf ?? null,
      })),
      corrections: versions.slice(1).flatMap((row) => amendment(row) ?? []),
      retraction: this.removal('report', negotiation, report),
    };
  }

  source(negotiation: string, source: string): SourceInfo {
    const publishedEdtf = this.entry('source', negotiation, source)?.published.edtf;
    if (publishedEdtf === undefined) throw new Error(`the source ${source} is not in the log before what names it`);
    return { publishedEdtf, published: windowOf(publishedEdtf), withdrawal: this.removal('source', negotiation, source) };
  }

  reportsNaming(negotiation: string, source: string): string[] {
    return this.file
      .all<{ report: string }>(
        `SELECT DISTINCT report FROM mention WHERE negotiation = ? AND kind = 'source' AND id = ?`,
        negotiation,
        source,
      )
      .map(({ report }) => report);
  }

  openRows(negotiation: string, report: string): InForceRow[] {
    return this.file.all<InForceRow>(
      `SELECT k_from, k_to, version, p_lo, p_hi, o_lo, o_hi, first_position, as_written
         FROM in_force WHERE negotiation = ? AND report = ? AND r_to = ? ORDER BY k_from`,
      negotiation,
      report,
      STILL,
    );
  }

  latestRecordedAt(): string {
    return this.file.get<{ latest_at: string }>('SELECT latest_at FROM log ORDER BY position DESC LIMIT 1')?.latest_at ?? '';
  }

  private entry<K extends EntryKind>(kind: K, negotiation: string, id: string): Entries[K] | undefined {
    const row = this.file.get<{ body: string }>(
      'SELECT body FROM entry WHERE negotiation = ? AND kind = ? AND id = ? ORDER BY position DESC LIMIT 1',
      negotiation,
      kind,
      id,
    );
    return row && (JSON.parse(row.body) as Entries[K]);
  }

  private removal(subject: 'report' | 'source', negotiation: string, id: string): Amendment | null {
    const row = this.file.get<AmendmentRow>(
      'SELECT reason, published_hi FROM removal WHERE negotiation = ? AND subject = ? AND id = ?',
      negotiation,
      subject,
      id,
    );
    return row ? amendment(row) : null;
  }
}

function amendment({ reason, published_hi }: AmendmentRow): Amendment | null {
  return reason && { reason, publishedHi: published_hi === null ? null : fromColumn(published_hi) };
}

function windowOfColumns(lo: number | null, hi: number | null): DayWindow | null {
  return lo === null || hi === null ? null : { lo: fromColumn(lo), hi: fromColumn(hi) };
}
