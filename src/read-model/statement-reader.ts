import type { At } from '../vocabulary/axes.js';
import type { Condition } from '../vocabulary/events/position-stated.js';
import { MODALITIES } from '../vocabulary/modality.js';
import { byStrength, greatest } from '../rules/order.js';
import type { Grounds } from '../rules/stance.js';
import type { Statement, Target } from '../rules/statements.js';
import { axesValues, sightOfRow, type SightRow } from './axes-filter.js';
import { fromColumn } from './columns.js';
import { idOfName, numberOfName, numbersOfNames } from './names.js';
import type { NamedValues, ReadModelFile } from './read-model-file.js';
import { type Asked, type End, OF_REPORT, oneOfEach, type Seek } from './statement-sql.js';

interface PairRow {
  readonly pair: number;
  readonly target: number;
  readonly party: number;
  readonly kind: Target['kind'];
  readonly superseding: number;
  readonly ending: number;
}

interface StatementRow extends SightRow {
  readonly strand: number;
  readonly pair: number;
  readonly rank: 0 | 1;
  readonly weight: number;
  readonly until: number;
  readonly names: number | null;
  readonly modality: number;
  readonly conditions: string | null;
}

/** A statement with the place of its row. */
interface Placed extends Statement {
  readonly row: StatementRow;
}

/** What was found of one pair so far. */
interface Found {
  readonly pair: PairRow;
  readonly current: Placed;
  readonly candidates: Placed[];
  readonly others: Placed[];
}

const BEFORE_ALL_DAYS = -1e9;

/**
 * What stances rest on, read from the index in the order of strength: of each party on each target some few statements,
 * however many there are. `stanceOn` gives of them what it would give of all (docs/adr/0012).
 */
export class StatementReader {
  private readonly values: NamedValues;
  /** Whether K or R leave out much of what D lets in. */
  private readonly isSparse: boolean;

  constructor(
    private readonly file: ReadModelFile,
    private readonly negotiation: string,
    private readonly at: At,
  ) {
    this.values = axesValues(at);
    this.isSparse = at.recordedBy < file.applied || at.knownBy < at.asOf;
  }

  /** Of every party on some targets, or of one party. */
  on(kind: Target['kind'], ids: readonly string[], party?: string): Grounds[] {
    return this.onTargets(kind, numbersOfNames(this.file, this.negotiation, kind, ids), party);
  }

  /** The same, the targets given by their names' numbers. */
  onTargets(kind: Target['kind'], targets: readonly number[], party?: string): Grounds[] {
    const found = this.strongest(this.pairs(kind, targets, party));
    this.addEndedBefore(found);
    this.addExpired(found.filter(({ pair }) => pair.ending === 1));
    this.addSince(found);
    this.addNamed(found.filter(({ pair }) => pair.superseding === 1));
    return found.map(({ candidates, others }) => ({ candidates, statements: distinct([...candidates, ...others]) }));
  }

  private pairs(kind: Target['kind'], targets: readonly number[], party: string | undefined): PairRow[] {
    const number = party === undefined ? null : (numberOfName(this.file, this.negotiation, 'party', party) ?? -1);
    return this.file.allBy<PairRow>(
      `SELECT p.*, $kind AS kind FROM json_each($targets) j CROSS JOIN pair p WHERE p.target = j.value AND ($party IS NULL OR p.party = $party)`,
      { $kind: kind, $targets: JSON.stringify(targets), $party: number },
    );
  }

  /** Of each rank and weight the strongest candidate: current and contestedBy are among them. */
  private strongest(pairs: readonly PairRow[]): Found[] {
    const rows = this.one(
      'pairs',
      pairs.map(({ pair }) => pair),
      'candidate',
      'strongest',
    );
    const byPair = Map.groupBy(rows, (row) => row.pair);
    return pairs.flatMap((pair) => {
      const candidates = this.placed(pair, byPair.get(pair.pair) ?? []);
      const current = greatest(candidates, byStrength);
      return current === undefined ? [] : [{ pair, current, candidates, others: [] }];
    });
  }

  /** For previous: where the strongest of another weight does not end before the current one begins, the strongest that does. */
  private addEndedBefore(found: readonly Found[]): void {
    const seeks = found.flatMap(({ current, candidates }) =>
      candidates
        .filter((rival) => isRival(rival, current) && rival.occurred.hi >= current.occurred.lo)
        .map(({ row }) => seek(row.strand, current.row)),
    );
    this.seek(found, seeks, 'candidateEndedBefore', 'strongest', ({ candidates }) => candidates);
  }

  /** For lapsed. */
  private addExpired(found: readonly Found[]): void {
    const rows = this.one(
      'pairs',
      found.map(({ pair }) => pair.pair),
      'expired',
      'strongest',
    );
    this.add(found, rows, ({ others }) => others);
  }

  /** For since: the strongest of another weight below the current one, and the first of the current one's weight above it. */
  private addSince(found: readonly Found[]): void {
    const superseding = found.filter(({ pair }) => pair.superseding === 1);
    // Where nothing is superseded, what is unexpired is a candidate, and known.
    const below = superseding.flatMap(({ pair, current }) => this.rivalStrands(pair, current).map((strand) => seek(strand, current.row)));
    this.seek(superseding, below, 'unexpiredBelow', 'strongest', ({ others }) => others);
    const above = found.map(({ current, candidates, others }) => {
      const rivals = [...candidates, ...others].filter((rival) => isRival(rival, current) && rival.until >= this.at.asOf);
      const turn = greatest(
        rivals.filter((rival) => byStrength(rival, current) < 0),
        byStrength,
      );
      return turn ? seek(current.row.strand, turn.row) : ([current.row.strand, BEFORE_ALL_DAYS, 0, 0, 0] as const);
    });
    this.seek(found, above, 'unexpiredAbove', 'weakest', ({ others }) => others);
  }

  /** For previous: what the current one names. */
  private addNamed(found: Found[]): void {
    for (const one of found) {
      const { pair, current, candidates, others } = one;
      const { names } = current.row;
      if (names === null) continue;
      const [named] = this.placed(pair, this.file.allBy<StatementRow>(OF_REPORT, { ...this.values, $pair: pair.pair, $report: names }));
      if (named === undefined) continue;
      others.push(named);
      candidates.splice(candidates.indexOf(current), 1, { ...current, names: named.report.id });
    }
  }

  private rivalStrands({ pair }: PairRow, { rank, weight }: Placed): number[] {
    return this.file
      .all<{ strand: number }>('SELECT strand FROM strand WHERE pair = ? AND rank = ? AND weight <> ?', pair, rank, weight)
      .map(({ strand }) => strand);
  }

  private seek(found: readonly Found[], seeks: readonly Seek[], asked: Asked, end: End, into: (one: Found) => Placed[]): void {
    this.add(found, this.one('seeks', seeks, asked, end), into);
  }

  private add(found: readonly Found[], rows: readonly StatementRow[], into: (one: Found) => Placed[]): void {
    if (rows.length === 0) return;
    const byPair = Map.groupBy(rows, (row) => row.pair);
    for (const one of found) into(one).push(...this.placed(one.pair, byPair.get(one.pair.pair) ?? []));
  }

  private one(of: 'pairs' | 'seeks', numbers: readonly (number | Seek)[], asked: Asked, end: End): StatementRow[] {
    if (numbers.length === 0) return [];
    return this.file.allBy<StatementRow>(oneOfEach(of, asked, end, this.isSparse), { ...this.values, $numbers: JSON.stringify(numbers) });
  }

  private placed({ target, party, kind }: PairRow, rows: readonly StatementRow[]): Placed[] {
    if (rows.length === 0) return [];
    const held = { party: idOfName(this.file, party), target: { kind, id: idOfName(this.file, target) } };
    return rows.map((row) => {
      const report = sightOfRow(row, this.at);
      const modality = MODALITIES[row.modality];
      if (modality === undefined) throw new Error(`the modality ${String(row.modality)} is not known`);
      const { occurred, published, firstPosition } = report;
      const conditions = row.conditions === null ? [] : (JSON.parse(row.conditions) as Condition[]);
      const { rank, weight } = row;
      const said = { modality, weight, conditions, until: fromColumn(row.until), names: null, rank };
      return { ...held, ...said, row, report, occurred, published, firstPosition };
    });
  }
}

/** Of the same rank and another weight. */
function isRival(statement: Statement, current: Statement): boolean {
  return statement.rank === current.rank && statement.weight !== current.weight;
}

function seek(strand: number, { o_lo, o_hi, p_hi, report }: StatementRow): Seek {
  return [strand, o_lo, o_hi, p_hi, report];
}

/** Each report's statement once. */
function distinct(statements: readonly Placed[]): Placed[] {
  return [...new Map(statements.map((statement) => [statement.row.report, statement])).values()];
}
