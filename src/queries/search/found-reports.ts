import type { CalledEntry } from '../../read-model/reading/called-entries.js';
import { latestFirst, latestOf } from '../../read-model/reading/latest-first.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import type { Seen } from '../../read-model/reading/counted-contents.js';
import { visibleOf } from '../../read-model/reading/visible-report.js';
import { actorsOf, issuesOf } from '../../rules/mentions.js';
import { type Match, matchOfReport, type SearchedWord } from '../../rules/search-match.js';
import { REPORT_TYPES, type ReportContent } from '../../vocabulary/events/report-content.js';
import { Candidates } from './candidates.js';
import { type Hit, type Hits, MOST_HITS, type SearchFilters } from './hit.js';

/** So few contents are put in order themselves; where there are more, the hits are soon found on the way from the latest one. */
const FEW = 2_000;

/** Finds the visible reports with every word of a question. */
export class FoundReports {
  private constructor(
    private readonly reader: SceneReader,
    private readonly words: readonly SearchedWord[],
    private readonly filters: SearchFilters,
    private readonly candidates: Candidates,
  ) {}

  /** @param called for each word the entries that are called by it @throws QuestionDropped, QuestionTooDear */
  static async of(
    reader: SceneReader,
    words: readonly SearchedWord[],
    called: readonly (readonly CalledEntry[])[],
    filters: SearchFilters,
  ): Promise<FoundReports> {
    return new FoundReports(reader, words, filters, await Candidates.of(reader, words, called, filters));
  }

  /** The best first, then the latest; looked at are the latest. */
  async hits(): Promise<Hits> {
    const { types } = this.filters;
    if (types !== undefined && !REPORT_TYPES.some((type) => types.includes(type))) return { hits: [], more: false };
    const hits: Hit[] = [];
    const turns = new QuestionTurns();
    for (const seen of await this.latest(turns)) {
      await turns.worked();
      if (seen === undefined || types?.includes(this.reader.typeOf(seen)) === false) continue;
      const content = this.reader.index.content(seen.content);
      const match = this.match(content, seen);
      if (match === undefined) continue;
      if (hits.length === MOST_HITS) return { hits, more: true };
      hits.push(this.hitOf(content, seen, match));
    }
    return { hits: hits.toSorted((a, b) => b.score - a.score), more: false };
  }

  /** What is seen of all contents that may have every word, the latest first; undefined: none here, a place for a turn. */
  private async latest(turns: QuestionTurns): Promise<Iterable<Seen | undefined>> {
    const some = await this.candidates.among(FEW, turns);
    return some === undefined ? latestFirst(this.reader, (content) => this.candidates.has(content)) : latestOf(this.reader, some);
  }

  private match(content: ReportContent, seen: Seen): Match | undefined {
    const points = content.type === 'PlanTabled' || content.type === 'PlanRevised' ? content.data.points.map(({ text }) => text) : [];
    const names = (word: SearchedWord): boolean => this.candidates.names(seen.content, word);
    return matchOfReport(this.words, { summary: content.summary, points, names });
  }

  private hitOf(content: ReportContent, seen: Seen, { matched, score }: Match): Hit {
    const { index, negotiation, point } = this.reader;
    const { type, id, summary, source } = content;
    const actors = actorsOf(content).map((actor) => (typeof actor === 'string' ? actor : actor.party));
    const isParty = (actor: string | null): actor is string =>
      actor !== null && index.entries.event('party', negotiation, actor, point.r) !== undefined;
    return {
      type,
      id,
      matched,
      score,
      parties: actors.filter(isParty),
      issues: issuesOf(content, (proposition) => index.issues.of(negotiation, proposition, point.r)),
      sources: [source.id],
      told: () => {
        const { occurredAsWritten, certainty } = visibleOf(index, seen, point, id);
        return { title: summary, occurred: occurredAsWritten, certainty };
      },
    };
  }
}
