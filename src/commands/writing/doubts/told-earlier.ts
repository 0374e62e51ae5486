import { LRUCache } from 'lru-cache';
import { type IncomingReport, MOST_SAME_ACCOUNT, type Word } from '../../../ports/reports-beside.js';
import type { Day } from '../../../vocabulary/day.js';
import type { DayWindow } from '../../../vocabulary/edtf-window.js';
import { weightOf } from '../../../vocabulary/modality.js';
import type { Subject } from '../reference.js';
import { type OwnWord, OwnWords } from './own-words.js';

/** So many reports of an import are remembered, the latest. */
const MOST_REMEMBERED = 20_000;
/** So many of the things that an import brings, the latest. */
const MOST_BROUGHT = 20_000;
/** Of so many parties on something it is remembered what they hold. */
const MOST_CELLS = 2_000;
/** So many reports on each, the latest: those before them are in the read model by then. */
const MOST_OF_CELL = 10;
/** Of so many parties on something it is remembered on which side they were. */
const MOST_SIDES = 50_000;
/** Of so many reports and sources it is remembered that they may not count as they were told. */
const MOST_UNSURE = 50_000;

/** On which side of a question somebody was, as a bit; none for the undecided. */
type Side = 0 | 1 | 2;

/** What a party itself said on something. */
interface Cell {
  /** The latest, by report. */
  readonly latest: Map<string, Word>;
  /** Undefined where not all of them were taken. */
  readonly all: OwnWords | undefined;
}

/**
 * What the reports of one import told: the read model does not show them yet when the next ones come. Of what the import itself brought it is
 * all that anybody told, but for what others record of that meanwhile.
 */
export class ToldEarlier {
  private readonly reports = new LRUCache<string, string[]>({ max: MOST_REMEMBERED });
  private readonly cells = new LRUCache<string, Cell>({ max: MOST_CELLS });
  /** How many reports had been taken when each thing was brought. */
  private readonly brought = new LRUCache<string, number>({ max: MOST_BROUGHT });
  private readonly sides = new Map<string, number>();
  /** Ids of reports and sources that were corrected, removed, or named as what went before. */
  private readonly unsure = new Set<string>();
  private taken = 0;

  /** The import brings something that was not there before. */
  brings({ kind, id }: Subject): void {
    // Of what reports tell of a report nothing is asked.
    if (kind !== 'report') this.brought.set(`${kind} ${id}`, this.taken);
  }

  /** The import changes something: with the date of a source the days of its reports, with the party of a person whose word it gives. */
  changes({ kind }: Subject): void {
    if (kind === 'source' || kind === 'person') this.forgetBrought();
  }

  /** The import corrects or removes a report, a source, or names a report as what went before. @param id of it */
  amends(id: string): void {
    if (this.unsure.size >= MOST_UNSURE) this.forgetBrought();
    else this.unsure.add(id);
  }

  /** What was taken to be new may not have been, or may not be recorded. */
  forgetBrought(): void {
    this.brought.clear();
    this.cells.clear();
  }

  /** Whether nothing but what `take` knows gives the account of a report. */
  hasAllOf({ source }: Pick<IncomingReport, 'source'>): boolean {
    const then = this.brought.get(`source ${source}`);
    return then !== undefined && this.taken - then < MOST_REMEMBERED;
  }

  /**
   * @param days of the report @param isNew whether it is not recorded yet, and not corrected by this
   * @returns the ids of the reports before it that gave the same account of the same days, the latest first
   */
  take({ id, account }: IncomingReport, { lo, hi }: DayWindow, isNew: boolean): string[] {
    const key = `${String(lo)} ${String(hi)} ${account}`;
    const ids = this.reports.get(key) ?? [];
    this.taken += 1;
    const isKnown = ids.includes(id);
    if (!isKnown) this.reports.set(key, [...ids.slice(-MOST_SAME_ACCOUNT), id]);
    // A line that is decided again stays where it was.
    const before = isKnown && isNew ? ids.slice(0, ids.indexOf(id)) : ids.filter((one) => one !== id);
    return before.slice(-MOST_SAME_ACCOUNT).reverse();
  }

  /** Takes a word that may be its party's own, as it turns out later. */
  takeSide(word: Word): void {
    if (this.sides.size >= MOST_SIDES) return;
    const cell = cellOf(word);
    this.sides.set(cell, (this.sides.get(cell) ?? 0) | sideOf(word));
  }

  /** Whether the party of a word may have held the opposite of it. @param asOf the last of the days on which the word may have been said */
  mayReverse(word: Word, asOf: Day): boolean {
    if (this.sides.size >= MOST_SIDES || !this.brought.has(targetKey(word))) return true;
    const opposite = sideOf(word) ^ 3;
    const cell = cellOf(word);
    if (((this.sides.get(cell) ?? 0) & opposite) === 0) return false;
    const held = this.cells.get(cell)?.all?.strongestOn(asOf);
    if (held === undefined || held?.word.report === word.report) return true;
    return held !== null && (this.mayNotCount(held) || (sideOf(held.word) & opposite) !== 0);
  }

  /** Whether something weaker may be what is held: where it ends, was corrected, removed, or superseded. */
  private mayNotCount({ word: { report, until }, source }: OwnWord): boolean {
    return until !== null || this.unsure.has(report) || this.unsure.has(source);
  }

  /** What a party said may not be all that it said itself. */
  takeDoubtful(word: Word): void {
    this.cells.delete(cellOf(word));
    this.takeSide(word);
  }

  /**
   * @param own a party's own word
   * @returns its words before this one on the same thing, the earliest first: the strongest of them, and the latest
   */
  takeOwn(own: OwnWord): Word[] {
    const { word } = own;
    const key = cellOf(word);
    // On which side it was is remembered of more parties.
    const cell = this.cells.get(key) ?? { latest: new Map<string, Word>(), all: this.sides.has(key) ? undefined : new OwnWords() };
    const strongest = cell.all?.strongestOn(own.days.hi)?.word;
    // A line that is decided again stays where it was: what came behind it is no earlier for that.
    const before: Word[] = [];
    for (const one of cell.latest.values()) {
      if (one.report === word.report) break;
      before.push(one);
    }
    cell.latest.set(word.report, word);
    if (cell.latest.size > MOST_OF_CELL) cell.latest.delete(before[0]?.report ?? word.report);
    cell.all?.take(own);
    this.cells.set(key, cell);
    if (strongest === undefined || cell.latest.has(strongest.report) || before.includes(strongest)) return before;
    return [strongest, ...before];
  }
}

function cellOf({ party, proposition, plan }: Word): string {
  return `${party} ${proposition ?? ''} ${plan ?? ''}`;
}

function targetKey({ proposition, plan }: Word): string {
  return proposition === null ? `plan ${plan ?? ''}` : `proposition ${proposition}`;
}

function sideOf({ modality }: Word): Side {
  const weight = weightOf(modality);
  return weight > 0 ? 1 : weight < 0 ? 2 : 0;
}
