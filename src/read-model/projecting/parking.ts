import type { Json, RecordedEvent } from '../../event-store/event-store.js';
import { sourceStream } from '../../event-store/stream-names.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { SCOPE } from '../tables/scopes.js';
import type { ContentLists } from './content-lists.js';
import type { GrowingModel } from './growing-model.js';
import type { KnownRegistry } from './known-registry.js';
import type { ReportVersions } from './report-versions.js';

/** Our streams are named `KIND-NEGOTIATION` or `KIND-NEGOTIATION.ID`. */
export function namedByStream({ stream }: Pick<RecordedEvent, 'stream'>): { negotiation: string; subject: string } {
  const afterKind = stream.slice(stream.indexOf('-') + 1);
  const [negotiation = '', ...id] = afterKind.split('.');
  return { negotiation, subject: id.join('.') };
}

/** An event that cannot be projected. */
interface Failed {
  readonly data: Json;
  readonly stream: string;
  readonly number: number;
}

/** Tells as best one can which issues an event is about that cannot be projected. */
export class TouchedIssues {
  constructor(
    private readonly model: GrowingModel,
    private readonly registry: KnownRegistry,
    private readonly lists: ContentLists,
    private readonly versions: ReportVersions,
  ) {}

  /**
   * The issues that a text anywhere in it names, and those of the reports that its stream is about, for a retraction or a withdrawal
   * names no issue.
   */
  of({ data, stream, number }: Failed): string[] {
    const { negotiation, subject } = namedByStream({ stream });
    const texts = typeof data === 'string' ? idsIn(data) : textsIn(data);
    const named = texts.flatMap((text) => {
      if (this.isIssue(negotiation, text)) return [text];
      return this.registry.issueOf(negotiation, text, number) ?? [];
    });
    const contents =
      stream === sourceStream(negotiation, subject) ? this.ofSource(negotiation, subject) : this.ofReport(negotiation, subject);
    const ofReports = contents.flatMap((content) => this.lists.issuesOf(this.versions.toldAt(content), number));
    return [...new Set([...named, ...ofReports])];
  }

  private isIssue(negotiation: string, id: string): boolean {
    const name = this.model.names.peek('issue', negotiation, id);
    return name !== undefined && (name.defined > 0 || this.model.lists.numbers(LIST_KINDS.versions, name.number).length > 0);
  }

  private ofSource(negotiation: string, source: string): number[] {
    const name = this.model.names.peek('source', negotiation, source);
    return name === undefined ? [] : [...this.model.lists.numbers(LIST_KINDS.ofSource, name.number)];
  }

  private ofReport(negotiation: string, id: string): number[] {
    const report = this.model.reports.find(negotiation, id);
    if (report === undefined) return [];
    const later = this.registry.later(SCOPE.report, report).filter(({ type }) => type === 'ReportCorrected');
    return [report, ...later.map(({ event }) => event)];
  }
}

/** What may be an id in a text that is no JSON. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/[a-z0-9][a-z0-9.-]*/g)].map(([id]) => id);
}

function textsIn(data: Json): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(textsIn);
}
