import type { At } from '../vocabulary/axes.js';
import type { ReportType } from '../vocabulary/events/report-content.js';
import { REPORT_TYPES } from '../vocabulary/events/report-content.js';
import { sightOf } from '../rules/content-in-force.js';
import type { Registry, Sight, VisibleReport } from '../rules/scene.js';
import { axesValues, filed, sightOfRow, type SightRow, visible } from './axes-filter.js';
import type { NameKind } from './lookups.js';
import { numberOfName, numberOfReport } from './names.js';
import type { NamedValues, ReadModelFile } from './read-model-file.js';
import { RegistryReader } from './registry-reader.js';
import { REPORT_COLUMNS, type ReportRow, toContentInForce } from './report-rows.js';

/** Reads what is visible of one negotiation at one point on the axes. */
export class SceneReader {
  readonly entries: RegistryReader;
  private known: Registry | undefined;
  private readonly values: NamedValues;

  constructor(
    readonly file: ReadModelFile,
    readonly negotiation: string,
    readonly at: At,
  ) {
    this.entries = new RegistryReader(file, negotiation, at.recordedBy);
    this.values = axesValues(at);
  }

  /** Whether the negotiation is recorded by R. */
  get exists(): boolean {
    return (this.known ??= this.entries.forRules()) !== undefined;
  }

  /** The registry as the rules read it. @throws Error where the negotiation is not recorded by R */
  get registry(): Registry {
    this.known ??= this.entries.forRules();
    if (this.known === undefined) throw new Error(`the negotiation ${this.negotiation} is not recorded by then`);
    return this.known;
  }

  /** One report; undefined where it is not visible. */
  report(id: string): VisibleReport | undefined {
    const $report = numberOfReport(this.file, this.negotiation, id, this.at.recordedBy);
    if ($report === undefined) return undefined;
    const row = this.file.getBy<ReportRow>(
      `WITH c AS (SELECT $report AS content UNION ALL SELECT content FROM content WHERE report = $report AND version > 0)
       SELECT ${REPORT_COLUMNS} FROM c CROSS JOIN in_force f CROSS JOIN content t CROSS JOIN report r
       WHERE f.content = c.content AND ${visible('f')} AND t.content = f.content AND r.report = f.report`,
      { ...this.values, $report },
    );
    return row && sightOf(toContentInForce(row), this.at);
  }

  /** The visible reports that name one of some things, in no order. @param types only those of these types */
  reportsNaming(kind: NameKind, ids: readonly string[], types: readonly ReportType[] = REPORT_TYPES): VisibleReport[] {
    const found = new Map<string, VisibleReport>();
    for (const row of this.naming<ReportRow>(kind, ids, types, REPORT_COLUMNS, 'CROSS JOIN content t', 'AND t.content = f.content')) {
      if (!found.has(row.id)) found.set(row.id, sightOf(toContentInForce(row), this.at));
    }
    return [...found.values()];
  }

  /** The same, without what they say. */
  sightsNaming(kind: NameKind, id: string, types: readonly ReportType[] = REPORT_TYPES): Sight[] {
    const columns = 'r.id, f.report, f.p_lo, f.p_hi, f.o_lo, f.o_hi, f.as_written, f.dated';
    return this.naming<SightRow>(kind, [id], types, columns, '', '').map((row) => sightOfRow(row, this.at));
  }

  private naming<Row>(
    kind: NameKind,
    ids: readonly string[],
    types: readonly ReportType[],
    columns: string,
    from: string,
    where: string,
  ): Row[] {
    const $types = JSON.stringify(types.map((type) => REPORT_TYPES.indexOf(type)));
    return ids.flatMap((id) => {
      const $name = numberOfName(this.file, this.negotiation, kind, id);
      if ($name === undefined) return [];
      return this.file.allBy<Row>(
        `SELECT ${columns} FROM json_each($types) y CROSS JOIN mention m CROSS JOIN in_force f ${from} CROSS JOIN report r
         WHERE m.name = $name AND m.type = y.value AND f.content = m.content AND ${visible('f')} ${where} AND r.report = f.report
           ${kind === 'issue' ? `AND ${filed('m', 'm.name')}` : ''}`,
        { ...this.values, $name, $types },
      );
    });
  }
}
