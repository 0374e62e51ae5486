import type { Actor } from '../vocabulary/actor.js';
import type { At } from '../vocabulary/axes.js';
import { compare } from '../vocabulary/compare.js';
import type { Condition } from '../vocabulary/events/position-stated.js';
import { FORMS } from '../vocabulary/events/report.js';
import { MODALITIES } from '../vocabulary/modality.js';
import { greatest } from '../rules/order.js';
import type { Grounds } from '../rules/stance.js';
import type { Statement, Target } from '../rules/statements.js';
import { axesValues, sightOfRow, type SightRow } from './axes-filter.js';
import { fromColumn } from './columns.js';
import { idOfName, numberOfName, numbersOfNames } from './names.js';
import type { NamedValues, ReadModelFile } from './read-model-file.js';
import { type AskedOfStrands, AT_PLACES, BELOW_ALL, OF_REPORT, type PairSeek, placeInEach, type StrandSeek } from './statement-sql.js';

interface PairRow {
  readonly pair: number;
  readonly target: number;
  readonly party: number;
  readonly superseding: number;
  readonly ending: number;
}

interface PlaceRow {
  readonly strand: number;
  readonly pair: number;
  readonly rank: 0 | 1;
  readonly weight: number;
  readonly place: string | null;
}

interface StatementRow extends SightRow {
  readonly strand: number;
  readonly until: number;
  readonly names: number | null;
  readonly modality: number;
  readonly conditions: string | null;
  readonly speakers: string | null;
  readonly form: number;
  readonly source: number;
}

type Key = readonly [o_lo: number, o_hi: number, p_hi: number, report: number, r_from: number, k_from: number];

/** Where a statement stands, not yet what it says. */
interface Place {
  readonly strand: number;
  readonly pair: number;
  readonly rank: 0 | 1;
  readonly weight: number;
  readonly key: Key;
  /** Of an unexpired statement, where it was asked for. */
  readonly isSuperseded: boolean;
}

/** What was found of one pair so far. */
interface Found {
  readonly pair: PairRow;
  readonly current: Place;
  /** The strongest candidate of each rank and weight. */
  readonly strongest: readonly Place[];
  /** The strongest unexpired statement of each rank and weight, superseded or not. */
  readonly unexpired: readonly Place[];
  /** Candidates that may be the previous one. */
  ended: readonly Place[];
  /** The strongest unexpired statement of another weight below the current one. */
  turn: Place | undefined;
  /** Not to be taken for candidates. */
  readonly others: Place[];
}

const AT_THE_BOTTOM: Key = [BELOW_ALL, 0, 0, 0, 0, 0];

/**
 * What stances rest on, read from the index in the order of strength: of each party on each target some few statements,
 * however many there are. `stanceOn` gives of them what it would give of all (docs/adr/0012). First only places are sought,
 * for all pairs at once; what the statements say is read of those that may stand in the answer.
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
    const found = this.strongest(this.pairs(targets, party));
    this.findEnded(found);
    this.findTurns(found);
    this.findSince(found);
    this.findExpired(found.filter(({ pair }) => pair.ending === 1));
    return this.read(kind, found);
  }

  private pairs(targets: readonly number[], party: string | undefined): PairRow[] {
    const $party = party === undefined ? null : (numberOfName(this.file, this.negotiation, 'party', party) ?? -1);
    return this.file.allBy<PairRow>(
      'SELECT p.* FROM json_each($targets) j CROSS JOIN pair p WHERE p.target = j.value AND ($party IS NULL OR p.party = $party)',
      { $targets: JSON.stringify(targets), $party },
    );
  }

  /** Of each rank and weight the strongest candidate: current and contestedBy are among them. */
  private strongest(pairs: readonly PairRow[]): Found[] {
    const ofPairs = this.seek(
      pairs.map(({ pair }) => pair),
      'strongestUnexpired',
    );
    const superseded = [...ofPairs.values()].flat().filter(({ isSuperseded }) => isSuperseded);
    const below = this.seek(
      superseded.map(({ strand, key }) => strandSeek(strand, key)),
      'strongestCandidateBelow',
    );
    return pairs.flatMap((pair) => {
      const unexpired = ofPairs.get(pair.pair) ?? [];
      const strongest = [...unexpired.filter(({ isSuperseded }) => !isSuperseded), ...(below.get(pair.pair) ?? [])];
      const current = greatest(strongest, byPlace);
      return current === undefined ? [] : [{ pair, current, strongest, unexpired, ended: [], turn: undefined, others: [] }];
    });
  }

  /** For previous: of each other weight the strongest candidate that ended before the current one began. */
  private findEnded(found: readonly Found[]): void {
    const overlapping = found.flatMap(({ current, strongest }) =>
      strongest
        .filter((rival) => isRival(rival, current) && !hasEndedBefore(rival, current))
        .map(({ strand }) => strandSeek(strand, current.key)),
    );
    const below = this.seek(overlapping, 'strongestCandidateEndedBefore');
    for (const one of found) {
      const { pair, current, strongest } = one;
      one.ended = [
        ...strongest.filter((rival) => isRival(rival, current) && hasEndedBefore(rival, current)),
        ...(below.get(pair.pair) ?? []),
      ];
    }
  }

  /** For since: of each other weight the strongest unexpired statement is known, but where it is above the current one. */
  private findTurns(found: readonly Found[]): void {
    const isAbove = (place: Place, current: Place): boolean => byPlace(place, current) > 0;
    const above = found.flatMap(({ current, unexpired }) =>
      unexpired.filter((rival) => isRival(rival, current) && isAbove(rival, current)).map(({ strand }) => strandSeek(strand, current.key)),
    );
    const below = this.seek(above, 'strongestUnexpiredBelow');
    for (const one of found) {
      const { pair, current, unexpired } = one;
      const known = unexpired.filter((rival) => isRival(rival, current) && !isAbove(rival, current));
      one.turn = greatest([...known, ...(below.get(pair.pair) ?? [])], byPlace);
      // It ends the walk of since: what the current one names may lie below it.
      if (one.turn) one.others.push(one.turn);
    }
  }

  /** The first unexpired statement of the current one's rank and weight behind the turn. */
  private findSince(found: readonly Found[]): void {
    const above = this.seek(
      found.map(({ current, turn }) => strandSeek(current.strand, turn?.key ?? AT_THE_BOTTOM)),
      'weakestUnexpiredAbove',
    );
    for (const { pair, others } of found) others.push(...(above.get(pair.pair) ?? []));
  }

  /** For lapsed. */
  private findExpired(found: readonly Found[]): void {
    const above = this.seek(
      found.map(({ current }) => pairSeek(current)),
      'strongestExpiredAbove',
    );
    for (const { pair, others } of found) {
      const expired = greatest(above.get(pair.pair) ?? [], byPlace);
      if (expired) others.push(expired);
    }
  }

  /** What the statements say that may stand in the answer. */
  private read(kind: Target['kind'], found: readonly Found[]): Grounds[] {
    const candidatesOf = ({ current, strongest, ended }: Found): Place[] => {
      const previous = greatest(ended, byPlace);
      return [...strongest.filter((place) => !hasEndedBefore(place, current)), ...(previous ? [previous] : [])];
    };
    const chosen = found.map((one) => ({ one, candidates: candidatesOf(one) }));
    const rows = this.rowsAt(chosen.flatMap(({ one, candidates }) => [...candidates, ...one.others]));
    return chosen.map(({ one, candidates }) => {
      const statementOf = this.statementsOf(kind, one.pair);
      const said = (places: readonly Place[]): Statement[] =>
        places.flatMap((place) => {
          const row = rows.get(rowKey(place.strand, place.key[3]));
          return row === undefined ? [] : statementOf(row, place, one.current === place ? this.namedBy(row) : null);
        });
      const sure = said(candidates);
      return { candidates: sure, statements: distinct([...sure, ...said(one.others), ...this.named(one, rows, statementOf)]) };
    });
  }

  private rowsAt(places: readonly Place[]): Map<string, StatementRow> {
    const keys = new Map(places.map(({ strand, key }) => [rowKey(strand, key[3]), [strand, ...key]]));
    const rows = this.file.allBy<StatementRow>(AT_PLACES, { $keys: JSON.stringify([...keys.values()]) });
    return new Map(rows.map((row) => [rowKey(row.strand, row.report), row]));
  }

  /** For previous: the visible statement that the current one names. */
  private named(
    { pair, current }: Found,
    rows: ReadonlyMap<string, StatementRow>,
    statementOf: ReturnType<StatementReader['statementsOf']>,
  ): Statement[] {
    const $report = rows.get(rowKey(current.strand, current.key[3]))?.names ?? null;
    if ($report === null) return [];
    return this.file
      .allBy<StatementRow & Pick<Place, 'rank' | 'weight'>>(OF_REPORT, { ...this.values, $pair: pair.pair, $report })
      .map((row) => statementOf(row, row, null));
  }

  private namedBy({ names }: StatementRow): string | null {
    if (names === null) return null;
    return this.file.get<{ id: string }>('SELECT id FROM report WHERE report = ?', names)?.id ?? null;
  }

  private seek(seeks: readonly (number | StrandSeek | PairSeek)[], asked: AskedOfStrands): Map<number, Place[]> {
    const byPair = new Map<number, Place[]>();
    if (seeks.length === 0) return byPair;
    const rows = this.file.allBy<PlaceRow>(placeInEach(asked, this.isSparse), { ...this.values, $seeks: JSON.stringify(seeks) });
    for (const { strand, pair, rank, weight, place } of rows) {
      if (place === null) continue;
      const [o_lo = 0, o_hi = 0, p_hi = 0, report = 0, r_from = 0, k_from = 0, isSuperseded = 0] = place.split(' ').map(Number);
      const found: Place = {
        strand,
        pair,
        rank,
        weight,
        key: [o_lo, o_hi, p_hi, report, r_from, k_from],
        isSuperseded: isSuperseded === 1,
      };
      const places = byPair.get(pair);
      if (places) places.push(found);
      else byPair.set(pair, [found]);
    }
    return byPair;
  }

  private statementsOf(kind: Target['kind'], { target, party }: PairRow) {
    const held = { party: idOfName(this.file, party), target: { kind, id: idOfName(this.file, target) } };
    return (row: StatementRow, { rank, weight }: Pick<Place, 'rank' | 'weight'>, names: string | null): Statement => {
      const report = sightOfRow(row, this.at);
      const modality = MODALITIES[row.modality];
      const form = FORMS[row.form];
      if (modality === undefined || form === undefined)
        throw new Error(`no modality ${String(row.modality)}, or no form ${String(row.form)}`);
      const { occurred, published, firstPosition } = report;
      const conditions = row.conditions === null ? [] : (JSON.parse(row.conditions) as Condition[]);
      return {
        ...held,
        report,
        modality,
        weight,
        conditions,
        until: fromColumn(row.until),
        names,
        rank,
        by: row.speakers === null ? [] : (JSON.parse(row.speakers) as Actor[]),
        form,
        source: idOfName(this.file, row.source),
        occurred,
        published,
        firstPosition,
      };
    };
  }
}

/** "Order" of design 4, on places. */
function byPlace(a: Place, b: Place): number {
  return (
    compare(a.rank, b.rank) ||
    compare(a.key[0], b.key[0]) ||
    compare(a.key[1], b.key[1]) ||
    compare(a.key[2], b.key[2]) ||
    compare(a.key[3], b.key[3])
  );
}

/** Of the same rank and another weight. */
function isRival(place: Place, current: Place): boolean {
  return place.rank === current.rank && place.weight !== current.weight;
}

function hasEndedBefore(place: Place, current: Place): boolean {
  return place.key[1] < current.key[0];
}

function strandSeek(strand: number, [o_lo, o_hi, p_hi, report]: Key): StrandSeek {
  return [strand, o_lo, o_hi, p_hi, report];
}

function pairSeek({ pair, rank, key: [o_lo, o_hi, p_hi, report] }: Place): PairSeek {
  return [pair, rank, o_lo, o_hi, p_hi, report];
}

/** A report says one thing of one strand at a time. */
function rowKey(strand: number, report: number): string {
  return `${String(strand)} ${String(report)}`;
}

/** Each report's statement once. */
function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((statement) => [statement.firstPosition, statement])).values()];
}
