import type { At } from '../vocabulary/axes.js';
import { sightOf } from '../rules/content-in-force.js';
import { meetingIds, planIds } from '../rules/issue-state.js';
import type { Registry, Scene, VisibleReport } from '../rules/scene.js';
import { type Statement, statementsOf, type Target } from '../rules/statements.js';
import { toColumn } from './columns.js';
import type { NamedValues, ReadModelFile } from './read-model-file.js';
import { RegistryReader } from './registry-reader.js';
import { type ReportRow, toContentInForce } from './report-rows.js';

/** What a report can name, as the table `mention` has it. */
export type MentionKind = 'issue' | 'meeting' | 'plan' | 'proposition' | 'source' | 'actor' | 'resolves';

const VISIBLE = `
  f.r_from <= $r AND $r < f.r_to AND f.k_from <= $k AND $k <= f.k_to AND f.p_lo <= $k AND f.o_lo <= $d
  AND ($any OR (f.p_hi <= $k AND f.o_hi <= $d))`;

const COLUMNS = `f.report, f.r_from, f.r_to, f.k_from, f.k_to, f.p_lo, f.p_hi, f.o_lo, f.o_hi, f.first_position, f.as_written,
  v.claimants, v.content`;

/** Reads what is visible of one negotiation at one point on the axes. */
export class SceneReader {
  readonly entries: RegistryReader;
  private readonly registry: Registry | undefined;

  constructor(
    private readonly file: ReadModelFile,
    private readonly negotiation: string,
    readonly at: At,
  ) {
    this.entries = new RegistryReader(file, negotiation, at.recordedBy);
    this.registry = this.entries.forRules();
  }

  /** Whether the negotiation is recorded by R. */
  get exists(): boolean {
    return this.registry !== undefined;
  }

  /** All that the state of some issues rests on. */
  ofIssues(issues: readonly string[]): Scene {
    const own = this.naming('issue', issues);
    const reports = new Map(own.map((report) => [report.id, report]));
    const more = [
      ...this.naming('meeting', meetingIds(own)),
      ...this.naming('plan', planIds(own)),
      ...this.naming('resolves', blockerIds(own)),
    ];
    for (const report of more) reports.set(report.id, report);
    return this.scene([...reports.values()]);
  }

  /** All that the reports of some kind of mention give. */
  of(kind: MentionKind, ids: readonly string[]): Scene {
    return this.scene(this.naming(kind, ids));
  }

  /** Every visible report. */
  ofAll(): Scene {
    return this.scene(
      this.file
        .allBy<ReportRow>(
          `SELECT ${COLUMNS} FROM in_force f JOIN version v USING (negotiation, report, version)
           WHERE f.negotiation = $n AND ${VISIBLE}`,
          this.parameters(),
        )
        .map((row) => sightOf(toContentInForce(row), this.at)),
    );
  }

  /** The visible statements of a party on a target. */
  statementsOf(party: string, { kind, id }: Target): Statement[] {
    const rows = this.file.allBy<ReportRow>(
      `SELECT ${COLUMNS} FROM mention m
       CROSS JOIN mention a ON a.negotiation = m.negotiation AND a.kind = 'actor' AND a.id = $party AND a.report = m.report AND a.version = m.version
       CROSS JOIN in_force f ON f.negotiation = m.negotiation AND f.report = m.report AND f.version = m.version
       CROSS JOIN version v ON v.negotiation = m.negotiation AND v.report = m.report AND v.version = m.version
       WHERE m.negotiation = $n AND m.kind = $kind AND m.id = $id AND v.type IN ('PositionStated', 'AgreementSigned') AND ${VISIBLE}`,
      { ...this.parameters(), $party: party, $kind: kind, $id: id },
    );
    return rows
      .flatMap((row) => statementsOf(sightOf(toContentInForce(row), this.at)))
      .filter((statement) => statement.party === party && statement.target.kind === kind && statement.target.id === id);
  }

  /** Visible reports by id. @param after only ids behind this one */
  page(after: string, limit: number): VisibleReport[] {
    return this.file
      .allBy<ReportRow>(
        `SELECT ${COLUMNS} FROM in_force f JOIN version v USING (negotiation, report, version)
         WHERE f.negotiation = $n AND f.report > $after AND ${VISIBLE} ORDER BY f.report LIMIT $limit`,
        { ...this.parameters(), $after: after, $limit: limit },
      )
      .map((row) => sightOf(toContentInForce(row), this.at));
  }

  /** One report; undefined where it is not visible. */
  report(id: string): VisibleReport | undefined {
    const [row] = this.file.allBy<ReportRow>(
      `SELECT ${COLUMNS} FROM in_force f JOIN version v USING (negotiation, report, version)
       WHERE f.negotiation = $n AND f.report = $id AND ${VISIBLE}`,
      { ...this.parameters(), $id: id },
    );
    return row && sightOf(toContentInForce(row), this.at);
  }

  private scene(reports: readonly VisibleReport[]): Scene {
    if (this.registry === undefined) throw new Error(`the negotiation ${this.negotiation} is not recorded by then`);
    return { at: this.at, registry: this.registry, reports };
  }

  /** The visible reports that name one of some things. The joins keep their order: else all reports of the negotiation are read. */
  private naming(kind: MentionKind, ids: readonly string[]): VisibleReport[] {
    const found = new Map<string, VisibleReport>();
    for (const id of ids) {
      const rows = this.file.allBy<ReportRow>(
        `SELECT ${COLUMNS} FROM mention m
         CROSS JOIN in_force f ON f.negotiation = m.negotiation AND f.report = m.report AND f.version = m.version
         CROSS JOIN version v ON v.negotiation = m.negotiation AND v.report = m.report AND v.version = m.version
         WHERE m.negotiation = $n AND m.kind = $kind AND m.id = $id AND ${VISIBLE}`,
        { ...this.parameters(), $kind: kind, $id: id },
      );
      for (const row of rows) if (!found.has(row.report)) found.set(row.report, sightOf(toContentInForce(row), this.at));
    }
    return [...found.values()];
  }

  private parameters(): NamedValues {
    const { asOf, knownBy, recordedBy, certainty } = this.at;
    return {
      $n: this.negotiation,
      $d: toColumn(asOf),
      $k: toColumn(knownBy),
      $r: recordedBy,
      $any: certainty === 'any' ? 1 : 0,
    };
  }
}

function blockerIds(reports: readonly VisibleReport[]): string[] {
  return reports.filter(({ content }) => content.type === 'AssessmentMade' && content.data.blocker).map(({ id }) => id);
}
