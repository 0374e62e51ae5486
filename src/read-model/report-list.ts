import type { VisibleReport } from '../rules/scene.js';
import { REPORT_TYPES, type ReportType } from '../vocabulary/events/report-content.js';
import { axesValues, filed, visible } from './axes-filter.js';
import { toColumn } from './columns.js';
import type { NameKind } from './lookups.js';
import { numberOfName } from './names.js';
import type { NamedValues } from './read-model-file.js';
import type { SceneReader } from './scene-reader.js';

/** Which visible reports are asked for, and in which order. */
export interface ReportsAsked {
  readonly axis: 'occurred' | 'published' | 'recorded';
  /** On an axis of days: a report's window overlaps them. Both ends inclusive. */
  readonly days: { readonly lo: number; readonly hi: number };
  /** On the axis `recorded`; null: no end. */
  readonly positions: { readonly lo: bigint; readonly hi: bigint | null };
  readonly type: ReportType | undefined;
  /** All of them are named. */
  readonly named: readonly (readonly [kind: NameKind, id: string])[];
  /** A text in the summary, whatever its case. */
  readonly text: string | undefined;
}

interface ListRow {
  readonly id: string;
  readonly report: number;
  readonly o_lo: number;
  readonly o_hi: number;
  readonly p_lo: number;
  readonly p_hi: number;
}

/** Of each axis the columns of its order, and those that a range is held against. */
const AXES = {
  occurred: { order: ['o_lo', 'o_hi', 'p_hi', 'report'], range: 'f.o_hi >= $lo AND f.o_lo <= $hi' },
  published: { order: ['p_lo', 'p_hi', 'o_lo', 'o_hi', 'p_hi', 'report'], range: 'f.p_hi >= $lo AND f.p_lo <= $hi' },
  recorded: { order: ['report'], range: 'f.report >= $first AND ($last IS NULL OR f.report <= $last)' },
} as const;

/** Reads lists of visible reports a page at a time: what a page costs does not depend on how many come behind it. */
export class ReportList {
  private readonly values: NamedValues;
  private readonly names: readonly (number | undefined)[];
  private readonly columns: string;
  private readonly from: string;

  constructor(
    private readonly reader: SceneReader,
    private readonly asked: ReportsAsked,
  ) {
    const { file, negotiation, at } = reader;
    const { days, positions, type, named } = asked;
    this.names = named.map(([kind, id]) => numberOfName(file, negotiation, kind, id));
    const names = Object.fromEntries(this.names.map((name, i) => [`$name${String(i)}`, name ?? null]));
    this.values = {
      ...axesValues(at),
      $n: numberOfName(file, negotiation, 'negotiation', negotiation) ?? null,
      $lo: toColumn(days.lo),
      $hi: toColumn(days.hi),
      $first: positions.lo,
      $last: positions.hi,
      $types: JSON.stringify(type === undefined ? REPORT_TYPES.map((_, i) => i) : [REPORT_TYPES.indexOf(type)]),
      ...names,
    };
    this.columns = 'r.id, f.report, f.o_lo, f.o_hi, f.p_lo, f.p_hi';
    this.from = this.sources();
  }

  /** The reports behind one of them, or the first ones. @param limit at most as many @returns null where `after` is none of the list */
  page(after: string | undefined, limit: number): VisibleReport[] | null {
    const { order } = AXES[this.asked.axis];
    const behind = after === undefined ? undefined : this.row(after);
    if (after !== undefined && behind === undefined) return null;
    const columns = order.map((column) => `f.${column}`).join(', ');
    const place = order.map((column) => `$after_${column}`).join(', ');
    const values = Object.fromEntries(order.map((column) => [`$after_${column}`, behind?.[column] ?? null]));
    const sql = `SELECT ${this.columns} ${this.from} ${behind ? `AND (${columns}) > (${place})` : ''} ORDER BY ${columns}`;
    const found: VisibleReport[] = [];
    for (const { id } of this.reader.file.eachBy<ListRow>(sql, { ...this.values, ...values })) {
      const report = this.reader.report(id);
      if (report && this.holdsText(report)) found.push(report);
      if (found.length === limit) break;
    }
    return found;
  }

  private row(id: string): ListRow | undefined {
    const row = this.reader.file.getBy<ListRow>(`SELECT ${this.columns} ${this.from} AND r.id = $id`, { ...this.values, $id: id });
    const report = row && this.reader.report(id);
    return report && this.holdsText(report) ? row : undefined;
  }

  /** In the order of strength where nothing is to be named; else from the first name. */
  private sources(): string {
    const { asked, names } = this;
    const range = `${visible('f')} AND ${AXES[asked.axis].range}`;
    const others = names
      .slice(1)
      .map(
        (_, i) =>
          ` AND EXISTS (SELECT 1 FROM mention o WHERE o.name = $name${String(i + 1)} AND o.type = m.type AND o.content = m.content AND ${filed('o', 'o.name')})`,
      );
    if (names.length > 0) {
      return `FROM json_each($types) y CROSS JOIN mention m CROSS JOIN in_force f CROSS JOIN report r
        WHERE m.name = $name0 AND m.type = y.value AND f.content = m.content AND r.report = f.report AND ${filed('m', 'm.name')} AND ${range}${others.join('')}`;
    }
    const ofType =
      asked.type === undefined ? '' : `AND (SELECT t.body ->> 'type' FROM content t WHERE t.content = f.content) = '${asked.type}'`;
    return `FROM timeline f CROSS JOIN report r WHERE f.negotiation = $n AND r.report = f.report AND ${range} ${ofType}`;
  }

  private holdsText({ content }: VisibleReport): boolean {
    const { text } = this.asked;
    return text === undefined || content.summary.toLowerCase().includes(text.toLowerCase());
  }
}
