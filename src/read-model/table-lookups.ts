import type { DayWindow } from '../vocabulary/edtf-window.js';
import { windowOf } from '../vocabulary/edtf-window.js';
import { isReport, type Recorded } from '../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../vocabulary/events/registry-entries.js';
import type { Reason } from '../vocabulary/events/report-corrections.js';
import type { ReportContent, ReportType } from '../vocabulary/events/report-content.js';
import type { Position } from '../vocabulary/position.js';
import type { Amendment, CountedRemoval } from '../rules/in-force.js';
import { countedRemoval } from './amendment-of.js';
import { fromColumn, STILL, typeNumber } from './columns.js';
import type { Lookups, NameKind, OpenRow, PairFlag, SourceInfo, StoredContent, StoredReport } from './lookups.js';
import { Numbers } from './numbers.js';
import type { ReadModelFile } from './read-model-file.js';
import { Remembered } from './remembered.js';
import type { RowBuffer } from './row-buffer.js';
import { type RowChange, update } from './row-change.js';

interface AmendmentRow {
  readonly reason: Reason | null;
  readonly published_hi: number | null;
}

interface ContentRow extends AmendmentRow {
  readonly content: number;
  readonly source: string;
  readonly o_lo: number | null;
  readonly o_hi: number | null;
  readonly claimants: string | null;
  readonly body: string;
}

/**
 * Answers what projections ask from the tables of one file, as they stand at the head. What a report that is new asks for is
 * remembered, so that its rows need not be written before the next one is read.
 */
export class TableLookups implements Lookups {
  private readonly names: Numbers<'name'>;
  private readonly pairs: Numbers<'pair'>;
  private readonly strands: Numbers<'strand'>;
  private readonly issues = new Remembered<string | undefined>();
  private readonly parties = new Remembered<string | null | undefined>();
  private readonly sources = new Remembered<SourceInfo>();
  private readonly reports = new Remembered<number | undefined>();
  private readonly flags = new Remembered<true>();
  private latestAt: number | undefined;

  constructor(
    private readonly file: ReadModelFile,
    private readonly buffer: RowBuffer,
  ) {
    this.names = new Numbers(file, buffer, 'name', ['negotiation', 'kind', 'id'], {});
    this.pairs = new Numbers(file, buffer, 'pair', ['target', 'party'], { superseding: 0, ending: 0 });
    this.strands = new Numbers(file, buffer, 'strand', ['pair', 'rank', 'weight'], {});
  }

  /** Takes note of what an event brings, so that it is not read when reports name it. */
  learn({ event, position }: Recorded): void {
    const { negotiation, id } = event;
    if (isReport(event)) this.reports.set(keyOf(negotiation, id), Number(position));
    switch (event.type) {
      case 'PropositionDefined':
      case 'PropositionChanged':
        this.issues.set(keyOf(negotiation, id), event.entry.issue);
        return;
      case 'PersonDefined':
      case 'PersonChanged':
        this.parties.set(keyOf(negotiation, id), event.entry.party);
        return;
      case 'SourceDefined':
        this.sources.set(keyOf(negotiation, id), sourceInfo(event.entry, []));
        return;
      case 'SourceChanged':
        this.sources.set(keyOf(negotiation, id), sourceInfo(event.entry, this.source(negotiation, id).removals));
        return;
      case 'SourceWithdrawn':
      case 'SourceReadmitted': {
        const source = this.source(negotiation, id);
        this.sources.set(keyOf(negotiation, id), { ...source, removals: [...source.removals, countedRemoval(event)] });
        return;
      }
      default:
    }
  }

  /** Takes note of whose rows are kept back: they are written before they are read. */
  keptBack({ event, position }: Recorded): void {
    if (isReport(event)) {
      this.buffer.touch(Number(position));
      return;
    }
    switch (event.type) {
      case 'ReportCorrected':
      case 'ReportRetracted':
      case 'ReportReinstated': {
        const report = this.reportNumber(event.negotiation, event.id);
        if (report !== undefined) this.buffer.touch(report);
        return;
      }
      case 'SourceChanged':
      case 'SourceWithdrawn':
      case 'SourceReadmitted':
      case 'PropositionChanged':
        // Of many reports perhaps.
        this.buffer.flush();
        return;
      default:
    }
  }

  /** The rows of the numbers that were given since the last time. */
  takeFresh(): RowChange[] {
    return [...this.names.takeFresh(), ...this.pairs.takeFresh(), ...this.strands.takeFresh()];
  }

  /** Gives back the numbers that were given since the last time, and forgets what was remembered of entries. */
  undo(): void {
    this.names.undo();
    this.pairs.undo();
    this.strands.undo();
    this.forgetEntries();
  }

  /** Forgets everything: the file was rolled back. */
  forget(): void {
    this.names.forget();
    this.pairs.forget();
    this.strands.forget();
    this.forgetEntries();
    this.latestAt = undefined;
  }

  issueOf(negotiation: string, proposition: string): string | undefined {
    return this.issues.get(keyOf(negotiation, proposition), () => this.latest('proposition', negotiation, proposition)?.issue);
  }

  issueBefore(negotiation: string, proposition: string, position: Position): string | undefined {
    this.buffer.flush();
    return this.entry('proposition', negotiation, proposition, position - 1n)?.issue;
  }

  partyOf(negotiation: string, person: string, recordedBy?: Position): string | null | undefined {
    if (recordedBy !== undefined) {
      this.buffer.flush();
      return (this.entry('person', negotiation, person, recordedBy) ?? this.first('person', negotiation, person))?.party;
    }
    return this.parties.get(keyOf(negotiation, person), () => this.latest('person', negotiation, person)?.party);
  }

  report(negotiation: string, report: string): StoredReport {
    const number = this.reportNumber(negotiation, report);
    if (number !== undefined && this.buffer.holds(number)) this.buffer.flush();
    const rows =
      number === undefined
        ? []
        : this.file.all<ContentRow>(
            `SELECT * FROM content WHERE content = ? UNION ALL
             SELECT * FROM content WHERE report = ? AND version > 0 ORDER BY version`,
            number,
            number,
          );
    const contents = rows.map(({ content, body, claimants }): StoredContent => ({
      content,
      body: JSON.parse(body) as ReportContent,
      claimants: claimants === null ? null : (JSON.parse(claimants) as string[]),
    }));
    return {
      firstPosition: BigInt(number ?? 0),
      contents,
      versions: rows.map(({ source, o_lo, o_hi }, i) => ({
        source,
        occurred: windowOfColumns(o_lo, o_hi),
        occurredEdtf: contents[i]?.body.occurred?.edtf ?? null,
      })),
      corrections: rows.slice(1).flatMap((row) => amendment(row) ?? []),
      removals: this.removals('report', negotiation, report),
    };
  }

  source(negotiation: string, source: string): SourceInfo {
    return this.sources.get(keyOf(negotiation, source), () => {
      const entry = this.latest('source', negotiation, source);
      if (entry === undefined) throw new Error(`the source ${source} is not in the log before what names it`);
      return sourceInfo(entry, this.removals('source', negotiation, source));
    });
  }

  reportsNaming(negotiation: string, kind: NameKind, id: string): string[] {
    const name = this.names.of(negotiation, kind, id);
    return this.read((file) =>
      file.all<{ id: string }>(
        `SELECT DISTINCT r.id FROM mention m JOIN content c USING (content) JOIN report r USING (report) WHERE m.name = ? ORDER BY r.report`,
        name,
      ),
    ).map(({ id }) => id);
  }

  isMentioned(name: number, type: ReportType, content: number): boolean {
    const sql = 'SELECT 1 FROM mention WHERE name = ? AND type = ? AND content = ?';
    return this.read((file) => file.get(sql, name, typeNumber(type), content)) !== undefined;
  }

  openRows(contents: readonly StoredContent[]): OpenRow[] {
    const rows = contents.flatMap(({ content }, version) =>
      this.file
        .all<Omit<OpenRow, 'version'>>(
          `SELECT content, r_from, k_from, k_to, p_lo, p_hi, o_lo, o_hi, report AS first_position, as_written, dated
             FROM in_force WHERE content = ? AND r_to = ?`,
          content,
          STILL,
        )
        .map((row) => ({ ...row, version })),
    );
    return rows.sort((a, b) => a.k_from - b.k_from);
  }

  latestRecordedAt(): number {
    this.latestAt ??=
      this.read((file) => file.get<{ at: number }>('SELECT latest_at AS at FROM log ORDER BY position DESC LIMIT 1'))?.at ?? 0;
    return this.latestAt;
  }

  /** Takes note of when an event was recorded. @param at milliseconds since 1970, not before the latest so far */
  recorded(at: number): void {
    this.latestAt = at;
  }

  name(negotiation: string, kind: NameKind, id: string): number {
    return this.names.of(negotiation, kind, id);
  }

  reportNumber(negotiation: string, id: string): number | undefined {
    return this.reports.get(keyOf(negotiation, id), () => {
      const name = this.names.of(negotiation, 'negotiation', negotiation);
      return this.read((file) => file.get<{ report: number }>('SELECT report FROM report WHERE negotiation = ? AND id = ?', name, id))
        ?.report;
    });
  }

  pair(target: number, party: number): number {
    return this.pairs.of(target, party);
  }

  strand(pair: number, rank: number, weight: number): number {
    return this.strands.of(pair, rank, weight);
  }

  flag(pair: number, flag: PairFlag): RowChange[] {
    const key = `${flag} ${String(pair)}`;
    if (this.flags.has(key)) return [];
    this.flags.set(key, true);
    const isSet = this.read((file) => file.get<{ isSet: number }>(`SELECT ${flag} AS isSet FROM pair WHERE pair = ?`, pair))?.isSet === 1;
    return isSet ? [] : [update('pair', { [flag]: 1 }, { pair })];
  }

  private forgetEntries(): void {
    this.issues.clear();
    this.parties.clear();
    this.sources.clear();
    this.reports.clear();
    this.flags.clear();
  }

  private latest<K extends EntryKind>(kind: K, negotiation: string, id: string): Entries[K] | undefined {
    this.buffer.flush();
    return this.entry(kind, negotiation, id, STILL);
  }

  private entry<K extends EntryKind>(kind: K, negotiation: string, id: string, recordedBy: Position): Entries[K] | undefined {
    const row = this.file.get<{ body: string }>(
      'SELECT body FROM entry WHERE negotiation = ? AND kind = ? AND id = ? AND position <= ? ORDER BY position DESC LIMIT 1',
      negotiation,
      kind,
      id,
      recordedBy,
    );
    return row && (JSON.parse(row.body) as Entries[K]);
  }

  private first<K extends EntryKind>(kind: K, negotiation: string, id: string): Entries[K] | undefined {
    const row = this.file.get<{ body: string }>(
      'SELECT body FROM entry WHERE negotiation = ? AND kind = ? AND id = ? ORDER BY position LIMIT 1',
      negotiation,
      kind,
      id,
    );
    return row && (JSON.parse(row.body) as Entries[K]);
  }

  private removals(subject: 'report' | 'source', negotiation: string, id: string): CountedRemoval[] {
    const rows = this.file.all<AmendmentRow & { takes_back: number }>(
      'SELECT reason, published_hi, takes_back FROM removal WHERE negotiation = ? AND subject = ? AND id = ? ORDER BY position',
      negotiation,
      subject,
      id,
    );
    return rows.flatMap((row) => {
      const amended = amendment(row);
      return amended ? [{ ...amended, takesBack: row.takes_back === 1 }] : [];
    });
  }

  private read<T>(from: (file: ReadModelFile) => T): T {
    this.buffer.flush();
    return from(this.file);
  }
}

function keyOf(negotiation: string, id: string): string {
  return `${negotiation} ${id}`;
}

function sourceInfo({ published }: Entries['source'], removals: readonly CountedRemoval[]): SourceInfo {
  return { publishedEdtf: published.edtf, published: windowOf(published.edtf), removals };
}

function amendment({ reason, published_hi }: AmendmentRow): Amendment | null {
  return reason && { reason, publishedHi: published_hi === null ? null : fromColumn(published_hi) };
}

function windowOfColumns(lo: number | null, hi: number | null): DayWindow | null {
  return lo === null || hi === null ? null : { lo: fromColumn(lo), hi: fromColumn(hi) };
}
