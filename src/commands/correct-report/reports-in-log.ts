import { Injectable } from '@nestjs/common';
import { reportStream } from '../../event-store/stream-names.js';
import { type StoredReport, StoredReports } from '../../ports/stored-reports.js';
import { KnownIds } from '../writing/known-ids.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { evolveReport, latestContent } from '../writing/report-state.js';

/** Reads the content of a report from the log itself, as a correction finds it. */
@Injectable()
export class ReportsInLog extends StoredReports {
  constructor(
    private readonly log: LogWriteModel,
    private readonly known: KnownIds,
  ) {
    super();
  }

  async latest(negotiation: string, id: string): Promise<StoredReport> {
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
