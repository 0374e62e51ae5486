import { Injectable } from '@nestjs/common';
import { reportStream } from '../../event-store/stream-names.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { KnownIds } from '../writing/known-ids.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { evolveReport, latestContent } from '../writing/report-state.js';

/** The content that a correction replaces, in the form in which a report is posted. */
export type StoredContent = Omit<ReportContent, 'negotiation'>;

/** Reads the content of a report from the log itself, so that the revision to write on is never an old one. */
@Injectable()
export class StoredReport {
  constructor(
    private readonly log: LogWriteModel,
    private readonly known: KnownIds,
  ) {}

  /** The last version, retracted or not. @throws Refusal `not-found` */
  async latest(negotiation: string, id: string): Promise<{ readonly content: StoredContent; readonly revision: bigint }> {
    const state = await this.log.state(reportStream(negotiation, id), evolveReport);
    if (state === undefined) {
      const subjects = [
        { kind: 'negotiation', id: negotiation },
        { kind: 'report', id },
      ] as const;
      await this.known.requireSubjects(negotiation, subjects, this.log);
      throw new Error(`the report ${id} was not there a moment ago`);
    }
    const { negotiation: _, ...content } = latestContent(state);
    return { content, revision: state.last.revision };
  }
}
