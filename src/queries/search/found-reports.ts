import { setImmediate as nextTurn } from 'node:timers/promises';
import { CALLED_KINDS, type CalledEntry } from '../../read-model/reading/called-entries.js';
import { allIds } from '../../read-model/reading/named-ids.js';
import { checkQuestion } from '../../read-model/reading/question-limit.js';
import { contentsNaming, type SceneReader } from '../../read-model/reading/scene-reader.js';
import type { Seen } from '../../read-model/reading/sights.js';
import { SummarySearch } from '../../read-model/reading/summary-search.js';
import type { NameKind } from '../../read-model/tables/names.js';
import { issueIn } from '../../rules/issue-state.js';
import { actorsOf, issuesOf } from '../../rules/mentions.js';
import { byStrength, descending } from '../../rules/order.js';
import type { VisibleReport } from '../../rules/scene.js';
import { type Match, matchOfReport, type SearchedWord } from '../../rules/search-match.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { type Hit, type Hits, MOST_HITS, type SearchFilters } from './hit.js';

const TABLING: readonly ReportType[] = ['PlanTabled', 'PlanRevised'];
/** Of the things that are called by a word so many are looked for in reports. */
const MOST_NAMED = 50;
/** So many reports are read before others have their turn. */
const AT_A_TIME = 50;

/** A word with the contents that may have it. */
interface WordInContents {
  readonly word: SearchedWord;
  readonly inSummary: SummarySearch;
  /** Those that name something which is called so. */
  readonly naming: ReadonlySet<number>;
}

/** Finds the visible reports with every word of a question. */
export class FoundReports {
  private readonly words: readonly WordInContents[];
  /** Those that tell points of a plan. */
  private readonly tabling: ReadonlySet<number>;

  /** @param called for each word the entries that are called by it */
  constructor(
    private readonly reader: SceneReader,
    words: readonly SearchedWord[],
    called: readonly (readonly CalledEntry[])[],
    private readonly filters: SearchFilters,
  ) {
    const { index, point, file, negotiation } = reader;
    this.words = words.map((word, i) => ({
      word,
      inSummary: new SummarySearch(index, word.written, point.r),
      naming: this.naming((called[i] ?? []).slice(0, MOST_NAMED).map(({ kind, id }) => [CALLED_KINDS[kind], id])),
    }));
    this.tabling = this.naming(
      [...allIds(file, negotiation, 'plan')].map((id) => ['plan', id]),
      TABLING,
    );
  }

  /** The best first, then the latest; looked at are the latest. */
  async hits(): Promise<Hits> {
    const { types } = this.filters;
    if (types !== undefined && !REPORT_TYPES.some((type) => types.includes(type))) return { hits: [], more: false };
    const hits: Hit[] = [];
    let lookedAt = 0;
    for (const seen of descending(this.candidates(), (a, b) => byStrength(placed(a), placed(b)))) {
      checkQuestion();
      if ((lookedAt += 1) % AT_A_TIME === 0) await nextTurn();
      const report = this.reader.visible(seen);
      const match = this.match(report, seen);
      if (match === undefined) continue;
      if (hits.length === MOST_HITS) return { hits, more: true };
      hits.push(this.hitOf(report, match));
    }
    return { hits: hits.toSorted((a, b) => b.score - a.score), more: false };
  }

  /** What is seen of all contents that may have every word, and are of what is asked for. */
  private candidates(): Seen[] {
    const { index, point, negotiation } = this.reader;
    const [first, ...others] = this.words;
    if (first === undefined) return [];
    const name = index.names.numberOf('negotiation', '', negotiation);
    const filters = this.filterSets();
    const mayHave = new Set([...(first.inSummary.atMost(Infinity) ?? []), ...first.naming, ...this.tabling]);
    return [...mayHave].flatMap((content) => {
      const isCandidate = others.every(
        ({ inSummary, naming }) => naming.has(content) || this.tabling.has(content) || inSummary.mayHold(content),
      );
      if (!isCandidate || content > point.r || index.negotiationOf(content) !== name) return [];
      if (!filters.every((contents) => contents.has(content))) return [];
      return index.sights.of(content, point) ?? [];
    });
  }

  /** For each filter the contents that fit it. */
  private filterSets(): ReadonlySet<number>[] {
    const { parties, issues, sources } = this.filters;
    const named: readonly [NameKind, readonly string[] | undefined][] = [
      ['actor', parties],
      ['issue', issues],
      ['source', sources],
    ];
    return named.flatMap(([kind, ids]) => (ids === undefined ? [] : [this.naming(ids.map((id) => [kind, id]))]));
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

  private match({ content }: VisibleReport, seen: Seen): Match | undefined {
    const { types } = this.filters;
    if (types !== undefined && !types.includes(content.type)) return undefined;
    const points = content.type === 'PlanTabled' || content.type === 'PlanRevised' ? content.data.points.map(({ text }) => text) : [];
    return matchOfReport(
      this.words.map(({ word }) => word),
      {
        summary: content.summary,
        points,
        names: (word) => this.words.some((one) => one.word === word && one.naming.has(seen.content)),
      },
    );
  }

  private hitOf({ id, content, occurredAsWritten, certainty }: VisibleReport, { matched, score }: Match): Hit {
    const { registry, entries } = this.reader;
    const actors = actorsOf(content).map((actor) => (typeof actor === 'string' ? actor : actor.party));
    return {
      type: content.type,
      id,
      title: content.summary,
      matched,
      score,
      parties: actors.filter((actor): actor is string => actor !== null && entries.entry('party', actor) !== undefined),
      issues: issuesOf(content, issueIn(registry)),
      sources: [content.source.id],
      occurred: occurredAsWritten,
      certainty,
    };
  }
}

function placed({ occurred, published, report }: Seen) {
  return { occurred, published, firstPosition: BigInt(report) };
}
