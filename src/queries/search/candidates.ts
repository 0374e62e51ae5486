import { CALLED_KINDS, type CalledEntry } from '../../read-model/reading/called-entries.js';
import { allIds } from '../../read-model/reading/named-ids.js';
import { MarkedContents } from '../../read-model/reading/marked-contents.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { SummarySearch } from '../../read-model/reading/summary-search.js';
import type { NameKind } from '../../read-model/tables/names.js';
import type { SearchedWord } from '../../rules/search-match.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import type { SearchFilters } from './hit.js';

const TABLING: readonly ReportType[] = ['PlanTabled', 'PlanRevised'];
/** Of the things that are called by a word so many are looked for in reports. */
const MOST_NAMED = 50;

type Named = readonly [NameKind, string];

/** A word with the contents that may have it. */
interface WordInContents {
  readonly inSummary: SummarySearch;
  /** Those that name something which is called so. */
  readonly naming: MarkedContents;
}

/** The contents that may have every word of a question, and are of what is asked for. */
export class Candidates {
  /**
   * @param tabling those that tell points of a plan
   * @param filters for each filter the contents that fit it
   */
  private constructor(
    private readonly words: ReadonlyMap<SearchedWord, WordInContents>,
    private readonly tabling: MarkedContents,
    private readonly filters: readonly MarkedContents[],
  ) {}

  /** @param called for each word the entries that are called by it @throws QuestionDropped, QuestionTooDear */
  static async of(
    reader: SceneReader,
    words: readonly SearchedWord[],
    called: readonly (readonly CalledEntry[])[],
    { parties, issues, sources }: SearchFilters,
  ): Promise<Candidates> {
    const { index, point, file, negotiation } = reader;
    const turns = new QuestionTurns();
    const naming = async (things: Iterable<Named>, types: readonly ReportType[] = REPORT_TYPES): Promise<MarkedContents> =>
      MarkedContents.of(contentsNaming(reader, things, types), point.r, turns);
    const inContents = new Map<SearchedWord, WordInContents>();
    for (const [i, word] of words.entries()) {
      const things = (called[i] ?? []).slice(0, MOST_NAMED).map(({ kind, id }): Named => [CALLED_KINDS[kind], id]);
      inContents.set(word, { inSummary: new SummarySearch(index, word.written, point.r), naming: await naming(things) });
    }
    const plans = await turns.all(allIds(file, negotiation, 'plan'));
    const tabling = await naming(
      plans.map((id) => ['plan', id]),
      TABLING,
    );
    const named: readonly [NameKind, readonly string[] | undefined][] = [
      ['actor', parties],
      ['issue', issues],
      ['source', sources],
    ];
    const filters: MarkedContents[] = [];
    for (const [kind, ids] of named) if (ids !== undefined) filters.push(await naming(ids.map((id) => [kind, id])));
    return new Candidates(inContents, tabling, filters);
  }

  /** Whether a content is one. */
  has(content: number): boolean {
    for (const { inSummary, naming } of this.words.values()) {
      if (!naming.has(content) && !this.tabling.has(content) && !inSummary.mayHold(content)) return false;
    }
    return this.filters.every((contents) => contents.has(content));
  }

  /**
   * All of them; undefined where it would take to look at more than so many. They may be of other negotiations.
   * @throws QuestionDropped, QuestionTooDear
   */
  async among(many: number, turns: QuestionTurns): Promise<number[] | undefined> {
    const contents = await this.smallestSet(many, turns);
    if (contents === undefined) return undefined;
    for (const { inSummary } of this.words.values()) await inSummary.lookUpAll(contents, turns);
    return [...contents].filter((content) => this.has(content));
  }

  /** Of the sets that hold all of them the smallest one; undefined where that is larger than so many. */
  private async smallestSet(many: number, turns: QuestionTurns): Promise<Iterable<number> | undefined> {
    let smallest: Iterable<number> | undefined;
    let most = many;
    for (const contents of this.filters) if (contents.count <= most) [smallest, most] = [contents, contents.count];
    for (const { inSummary, naming } of this.words.values()) {
      const named = naming.count + this.tabling.count;
      // Where these are too many, no summary has to be looked up.
      const size = named > most ? named : named + (await inSummary.count(most - named, turns));
      if (size <= most) [smallest, most] = [new Set([...inSummary.contents(), ...naming, ...this.tabling]), size];
    }
    return smallest;
  }

  /** Whether a content names something that is called by a word. */
  names(content: number, word: SearchedWord): boolean {
    return this.words.get(word)?.naming.has(content) === true;
  }
}

/** The contents that ever named one of some things. */
function* contentsNaming(reader: SceneReader, things: Iterable<Named>, types: readonly ReportType[]): Generator<number> {
  for (const [kind, id] of things) yield* reader.contentsNaming(kind, id, types);
}
