import { laterOf } from '../reading/later.js';
import type { Index } from '../reading/opened-lists.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { SCOPE } from '../tables/scopes.js';

/** Where more sources were amended, it is looked up report by report which source it has. */
const MOST_SOURCES = 2_000;

/**
 * Whether anything was recorded up to an event that may make a report count otherwise at one point than at another, but for time. Of most
 * reports it is told without reading what they say.
 */
export class AmendedReports {
  private readonly sources: ReadonlySet<number>;
  /** The contents that name one of these sources; undefined where they are too many. */
  private readonly contents: ReadonlySet<number> | undefined;

  constructor(
    private readonly index: Index,
    private readonly negotiation: string,
    private readonly r: number,
  ) {
    this.sources = new Set([...this.withdrawnSources(), ...this.changedSources()]);
    if (this.sources.size > MOST_SOURCES) return;
    this.contents = new Set([...this.sources].flatMap((source) => [...index.lists.numbers(LIST_KINDS.ofSource, source, r)]));
  }

  /** @param report its id */
  mayHold(report: string): boolean {
    const { index, negotiation, r, contents } = this;
    const number = index.reportNumber(negotiation, report, r);
    if (number === undefined) return false;
    if (laterOf(index, SCOPE.report, number, r).length > 0) return true;
    if (contents !== undefined) return contents.has(number);
    const source = index.names.numberOf('source', negotiation, index.content(number).source.id);
    return source !== undefined && this.sources.has(source);
  }

  /** The numbers of those that were ever withdrawn, of whichever negotiation. */
  private withdrawnSources(): number[] {
    const rows = this.index.file.all<{ subject: number }>('SELECT DISTINCT subject FROM later WHERE scope = ?', SCOPE.source);
    return rows.map(({ subject }) => subject);
  }

  /** The numbers of those that were ever defined anew. */
  private changedSources(): number[] {
    const { names, lists } = this.index;
    const list = names.numberOf('entries', this.negotiation, 'source');
    if (list === undefined) return [];
    const rows = lists.numbers(LIST_KINDS.entries, list, this.r);
    const changed: number[] = [];
    // Below zero: it is not the first version.
    for (let i = 0; i < rows.length; i += 2) if ((rows[i + 1] as number) < 0) changed.push(rows[i] as number);
    return changed;
  }
}
