import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Beside, IncomingPosition, IncomingReport } from '../../ports/reports-beside.js';
import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import { type Index, indexOf } from '../../read-model/reading/opened-lists.js';
import { type Point, pointAt } from '../../read-model/reading/point.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import { reportsWithTheAccount } from '../../read-model/reading/same-account.js';
import { ReadableModel } from '../../read-model/readable-model.js';
import { isOwnWord, ownStanceBeside } from '../../rules/own-stance-beside.js';
import { occurredWindow } from '../../rules/visibility.js';
import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { Position } from '../../vocabulary/position.js';
import type { ReadModelFile } from '../../read-model/tables/read-model-file.js';
import { EarlierGrounds, targetOf } from './earlier-grounds.js';

/** What the read model shows beside reports that come in. */
export class ReportsBesideQuery extends Query<Beside[]> {
  constructor(readonly incoming: readonly IncomingReport[]) {
    super();
  }
}

/** Up to where the read model is asked: all that it shows. */
const AT = { knownBy: Infinity, certainty: 'any' } as const;

/** Answers in the order in which the reports come in; what is recorded meanwhile is not looked at. */
@QueryHandler(ReportsBesideQuery)
export class ReportsBesideHandler implements IQueryHandler<ReportsBesideQuery> {
  constructor(private readonly readModel: ReadableModel) {}

  async execute({ incoming }: ReportsBesideQuery): Promise<Beside[]> {
    const turns = new QuestionTurns();
    const beside: Beside[] = [];
    let asking: AskedBeside | undefined;
    for (const one of incoming) {
      const { rows } = this.readModel;
      // A rebuild may swap the file in between.
      if (asking?.file !== rows) asking = new AskedBeside(rows, this.readModel.applied);
      beside.push(asking.beside(one));
      await turns.worked();
    }
    return beside;
  }
}

/** What one file shows, as far as it has come when it is first asked. */
class AskedBeside {
  private readonly index: Index;
  private readonly r: number;
  private readonly earlier: EarlierGrounds;

  constructor(
    readonly file: ReadModelFile,
    private readonly recordedBy: Position,
  ) {
    this.index = indexOf(file);
    this.r = this.index.eventAt(recordedBy);
    this.earlier = new EarlierGrounds(this.index, this.r);
  }

  beside(report: IncomingReport): Beside {
    const { negotiation, position, occurred, published } = report;
    const days = occurredWindow(occurred === null ? null : windowOf(occurred), windowOf(published));
    return {
      ownStance: position && this.ownStance(negotiation, position, days.hi),
      sameAccount: reportsWithTheAccount(this.index, report, days, this.pointOf(Infinity)),
    };
  }

  /** What the party of a position itself held on its target, on the days on which that was stated. @param asOf the last of them */
  private ownStance(negotiation: string, { word, stated, earlier }: IncomingPosition, asOf: Day): Beside['ownStance'] {
    const { party } = word;
    if (stated !== null && !isOwnWord(stated.content, this.earlier.claimantsOf(stated), party)) return null;
    const shown = new GroundsReader(this.index, negotiation, this.pointOf(asOf)).ofParty(party, targetOf(word));
    if (shown === undefined && earlier.length === 0) return null;
    const held = ownStanceBeside(this.earlier.withEarlier(shown, negotiation, earlier, asOf), asOf, word.report);
    return held ? { report: held.report.id, modality: held.modality } : null;
  }

  private pointOf(asOf: Day): Point {
    return pointAt({ ...AT, asOf, recordedBy: this.recordedBy }, this.r);
  }
}
