import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import type { MentionKind, SceneReader } from '../../read-model/scene-reader.js';
import { actorsOf, issuesOf, meetingsOf, plansOf } from '../../rules/mentions.js';
import { byStrength } from '../../rules/order.js';
import { issueIn } from '../../rules/issue-state.js';
import type { Scene, VisibleReport } from '../../rules/scene.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { Asking } from '../asking/asking.js';
import { paging, questionWith, recorded } from '../asking/axes.schema.js';
import { listAnswer } from '../asking/page.js';
import { byPublication, byRecording, isWithin, type Range, rangeOf } from './axis-range.js';
import { reportView } from './report-view.js';

export const reportsQuestion = questionWith({
  ...paging,
  axis: z.enum(['occurred', 'published', 'recorded']).optional().describe('Governs from, to and the order. Default: occurred'),
  from: recorded.optional().describe('A day; on the recorded axis an instant or @POSITION too'),
  to: recorded.optional().describe('A day; on the recorded axis an instant or @POSITION too'),
  type: z.enum(REPORT_TYPES as [ReportType, ...ReportType[]]).optional(),
  party: z.string().optional().describe('Named anywhere in it'),
  person: z.string().optional().describe('Named anywhere in it'),
  issue: z.string().optional(),
  meeting: z.string().optional(),
  plan: z.string().optional(),
  source: z.string().optional(),
  q: z.string().max(200).optional().describe('A text in the summary, whatever its case'),
});
export type ReportsQuestion = z.output<typeof reportsQuestion>;

/** The visible reports. */
export class ReportsQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: ReportsQuestion,
  ) {
    super();
  }
}

const ORDERS = { occurred: byStrength, published: byPublication, recorded: byRecording };

@QueryHandler(ReportsQuery)
export class ReportsHandler implements IQueryHandler<ReportsQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: ReportsQuery): Promise<Answer> {
    const axis = query.axis ?? 'occurred';
    const range = await this.range(query);
    const reader = await this.asking.scene(negotiation, query);
    const scene = sceneFor(reader, query);
    const found = scene.reports.filter((report) => isAskedFor(report, query, scene) && isWithin(report, axis, range));
    const answer = listAnswer(reader, found.toSorted(ORDERS[axis]), ({ id }) => id, query);
    const { recordedBy } = reader.at;
    const { items } = answer.body as { items: VisibleReport[] };
    const views = items.map((report) => reportView(report, negotiation, recordedBy, reader.entries, this.asking.rows));
    return answer.withItems(views);
  }

  private async range(query: ReportsQuestion): Promise<Range> {
    return rangeOf(query, (recordedBy) => this.asking.position(recordedBy));
  }
}

/** The most telling filter that the index knows. */
function sceneFor(reader: SceneReader, query: ReportsQuestion): Scene {
  const filters: [MentionKind, string | undefined][] = [
    ['source', query.source],
    ['meeting', query.meeting],
    ['plan', query.plan],
    ['issue', query.issue],
    ['actor', query.person ?? query.party],
  ];
  const [kind, id] = filters.find(([, value]) => value !== undefined) ?? [];
  return kind === undefined || id === undefined ? reader.ofAll() : reader.of(kind, [id]);
}

function isAskedFor({ content }: VisibleReport, query: ReportsQuestion, { registry }: Scene): boolean {
  const actors = query.party === undefined && query.person === undefined ? [] : actorsOf(content);
  const names = (id: string): boolean => actors.some((actor) => (typeof actor === 'string' ? actor : actor.party) === id);
  return (
    (query.type === undefined || content.type === query.type) &&
    (query.party === undefined || names(query.party)) &&
    (query.person === undefined || names(query.person)) &&
    (query.issue === undefined || issuesOf(content, issueIn(registry)).includes(query.issue)) &&
    (query.meeting === undefined || meetingsOf(content).includes(query.meeting)) &&
    (query.plan === undefined || plansOf(content).includes(query.plan)) &&
    (query.source === undefined || content.source.id === query.source) &&
    (query.q === undefined || content.summary.toLowerCase().includes(query.q.toLowerCase()))
  );
}
