import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { limits } from '../../http/limits.js';
import {
  isRecorded,
  type RemovalRecord,
  removalRecords,
  reportVersions,
  type ReportVersion,
  revisionOf,
} from '../../read-model/reading/report-record.js';
import { compare } from '../../vocabulary/compare.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { isPosition, paging, questionWith } from '../asking/axes.schema.js';
import { invalidCursor, keyIn, limitOf, toCursor } from '../asking/page.js';
import { contentView } from './report-view.js';

export const historyQuestion = questionWith(paging);
export type HistoryQuestion = z.output<typeof historyQuestion>;

/** So many versions are read at a time: each may be as long as a body can be. */
const AT_A_TIME = 10;

/** Every version of one report, oldest first, with what took it away and back. */
export class ReportHistoryQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly report: string,
    readonly query: HistoryQuestion,
  ) {
    super();
  }
}

/**
 * Answers with a page of versions and removals up to R, in the order in which they were recorded.
 * @throws Refusal where there is no such report
 */
@QueryHandler(ReportHistoryQuery)
export class ReportHistoryHandler implements IQueryHandler<ReportHistoryQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, report, query }: ReportHistoryQuery): Promise<Answer> {
    const { at, entries } = await this.asking.scene(negotiation, query);
    const { rows } = this.asking;
    const revision = revisionOf(rows, negotiation, report, at.recordedBy);
    if (!isRecorded(rows, negotiation, report, at.recordedBy)) throw this.asking.notFound('report', report, negotiation, at.recordedBy);
    const after = positionIn(query.cursor);
    const limit = limitOf(query);
    const removals = removalRecords(rows, 'report', negotiation, report, at.recordedBy).filter(({ position }) => BigInt(position) > after);
    const shown: object[] = [];
    let [length, last] = [0, after];
    for (const item of inOrder(this.versions(negotiation, report, after, at.recordedBy), removals)) {
      const isFull = shown.length === limit || (shown.length > 0 && length > limits.answerLength);
      if (isFull) return this.answer({ at: atView(at), id: report, revision, items: shown }, axesOf(at), query, toCursor(String(last)));
      const view = 'content' in item ? { ...withKind(item), content: contentView(item.content, entries) } : { ...item, content: null };
      shown.push(view);
      length += JSON.stringify(view).length;
      last = BigInt(item.position);
    }
    return this.answer({ at: atView(at), id: report, revision, items: shown }, axesOf(at), query, null);
  }

  private *versions(negotiation: string, report: string, after: bigint, recordedBy: bigint): Generator<ReportVersion> {
    for (let last = after; ;) {
      const versions = reportVersions(this.asking.rows, negotiation, report, recordedBy, { after: last, limit: AT_A_TIME });
      yield* versions;
      const behind = versions.at(-1);
      if (behind === undefined || versions.length < AT_A_TIME) return;
      last = BigInt(behind.position);
    }
  }

  private answer(body: object, axes: Answer['query'], { limit, cursor }: HistoryQuestion, next: string | null): Answer {
    return new Answer(body, { ...axes, limit, cursor }, next);
  }
}

/** Two lists in the order of their positions as one. */
function* inOrder(versions: Iterable<ReportVersion>, removals: readonly RemovalRecord[]): Generator<ReportVersion | RemovalRecord> {
  const others = removals.toSorted((a, b) => compare(BigInt(a.position), BigInt(b.position)));
  for (const version of versions) {
    while (others[0] && BigInt(others[0].position) < BigInt(version.position)) yield* others.splice(0, 1);
    yield version;
  }
  yield* others;
}

function withKind({ version, ...recorded }: ReportVersion): object {
  return { kind: version === 0 ? 'original' : 'correction', ...recorded };
}

/** @throws Refusal `invalid-query` */
function positionIn(cursor: string | undefined): bigint {
  if (cursor === undefined) return 0n;
  const key = keyIn(cursor);
  if (!isPosition(`@${key}`)) throw invalidCursor();
  return BigInt(key);
}
