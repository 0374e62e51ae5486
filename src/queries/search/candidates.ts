import { CALLED_KINDS, type CalledEntry } from '../../read-model/reading/called-entries.js';
import { allIds } from '../../read-model/reading/named-ids.js';
import { contentsNaming, type SceneReader } from '../../read-model/reading/scene-reader.js';
import { SummarySearch } from '../../read-model/reading/summary-search.js';
import type { NameKind } from '../../read-model/tables/names.js';
import type { SearchedWord } from '../../rules/search-match.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import type { SearchFilters } from './hit.js';

const TABLING: readonly ReportType[] = ['PlanTabled', 'PlanRevised'];
/** Of the things that are called by a word so many are looked for in reports. */
const MOST_NAMED = 50;

/** A word with the contents that may have it. */
interface WordInContents {
  readonly inSummary: SummarySearch;
  /** Those that name something which is called so. */
  readonly naming: ReadonlySet<number>;
}

/** The contents that may have every word of a question, and are of what is asked for. */
export class Candidates {
  private readonly words: ReadonlyMap<SearchedWord, WordInContents>;
  /** Those that tell points of a plan. */
  private readonly tabling: ReadonlySet<number>;
  /** For each filter the contents that fit it. */
  private readonly filters: readonly ReadonlySet<number>[];

  /** @param called for each word the entries that are called by it */
  constructor(
    private readonly reader: SceneReader,
    words: readonly SearchedWord[],
    called: readonly (readonly CalledEntry[])[],
    { parties, issues, sources }: SearchFilters,
  ) {
    const { index, point, file, negotiation } = reader;
    const inContents = words.map((word, i): [SearchedWord, WordInContents] => {
      const things = (called[i] ?? []).slice(0, MOST_NAMED);
      const naming = this.naming(things.map(({ kind, id }) => [CALLED_KINDS[kind], id]));
      return [word, { inSummary: new SummarySearch(index, word.written, point.r), naming }];
    });
    this.words = new Map(inContents);
    const plans = [...allIds(file, negotiation, 'plan')];
    this.tabling = this.naming(
      plans.map((id) => ['plan', id]),
      TABLING,
    );
    const named: readonly [NameKind, readonly string[] | undefined][] = [
      ['actor', parties],
      ['issue', issues],
      ['source', sources],
    ];
    this.filters = named.flatMap(([kind, ids]) => (ids === undefined ? [] : [this.naming(ids.map((id) => [kind, id]))]));
  }

  /** Whether a content is one. */
  has(content: number): boolean {
    for (const { inSummary, naming } of this.words.values()) {
      if (!naming.has(content) && !this.tabling.has(content) && !inSummary.mayHold(content)) return false;
    }
    return this.filters.every((contents) => contents.has(content));
  }

  /** All of them; undefined where it would take to look at more than so many. They may be of other negotiations. */
  among(many: number): number[] | undefined {
    const sets = [
      ...this.filters.map((contents) => ({ size: contents.size, contents: () => contents })),
      ...[...this.words.values()].map(({ inSummary, naming }) => ({
        size: inSummary.count + naming.size + this.tabling.size,
        contents: () => new Set([...inSummary.contents(), ...naming, ...this.tabling]),
      })),
    ];
    const smallest = sets.reduce((least, set) => (set.size < least.size ? set : least));
    return smallest.size > many ? undefined : [...smallest.contents()].filter((content) => this.has(content));
  }

  /** Whether a content names something that is called by a word. */
  names(content: number, word: SearchedWord): boolean {
    return this.words.get(word)?.naming.has(content) === true;
  }

  /** The contents that ever named one of some things. */
  private naming(things: readonly (readonly [NameKind, string])[], types: readonly ReportType[] = REPORT_TYPES): Set<number> {
    const { index, negotiation, point } = this.reader;
    const contents = new Set<number>();
    for (const [kind, id] of things) {
      const name = index.names.numberOf(kind, negotiation, id);
      if (name === undefined) continue;
      // A proposition may have taken its reports to another issue.
      const seen = kind === 'issue' ? [...this.reader.seenNaming(kind, id, types)].map(({ content }) => content) : undefined;
      for (const content of seen ?? contentsNaming(index, kind, name, types, point.r)) contents.add(content);
    }
    return contents;
  }
}
