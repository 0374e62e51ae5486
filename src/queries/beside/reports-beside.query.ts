import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Beside, IncomingReport, Stated } from '../../ports/reports-beside.js';
import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import { type Index, indexOf } from '../../read-model/reading/opened-lists.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import { reportsWithTheAccount } from '../../read-model/reading/same-account.js';
import { ReadableModel } from '../../read-model/readable-model.js';
import { isOwnWord, ownStanceBeside } from '../../rules/own-stance-beside.js';
import type { Target } from '../../rules/statements.js';
import { occurredWindow } from '../../rules/visibility.js';
import type { At } from '../../vocabulary/axes.js';
import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { PositionStated } from '../../vocabulary/events/position-stated.js';
import { claimantsStated, withEarlier } from './earlier-grounds.js';

/** What the read model shows beside reports that come in. */
export class ReportsBesideQuery extends Query<Beside[]> {
  constructor(readonly incoming: readonly IncomingReport[]) {
    super();
  }
}

@QueryHandler(ReportsBesideQuery)
export class ReportsBesideHandler implements IQueryHandler<ReportsBesideQuery> {
  constructor(private readonly readModel: ReadableModel) {}

  async execute({ incoming }: ReportsBesideQuery): Promise<Beside[]> {
    const at: At = { asOf: Infinity, knownBy: Infinity, recordedBy: this.readModel.applied, certainty: 'any' };
    const turns = new QuestionTurns();
    const beside: Beside[] = [];
    for (const one of incoming) {
      beside.push(this.beside(one, at));
      await turns.worked();
    }
    return beside;
  }

  private beside(report: IncomingReport, at: At): Beside {
    // Not kept from one to the next: a rebuild may swap the file in between.
    const index = indexOf(this.readModel.rows);
    const { position, earlier, occurred, published } = report;
    const days = occurredWindow(occurred === null ? null : windowOf(occurred), windowOf(published));
    return {
      ownStance: position && ownStanceOf(index, position, earlier, { ...at, asOf: days.hi }),
      sameAccount: reportsWithTheAccount(index, report, days, index.point(at)),
    };
  }
}

/** What the party of a position itself held on its target, on the days on which that was stated. @param at D is the last of them */
function ownStanceOf(
  index: Index,
  position: Stated<PositionStated>,
  earlier: readonly Stated[],
  at: At & { readonly asOf: Day },
): Beside['ownStance'] {
  const { negotiation, id } = position.content;
  const { party, proposition, plan } = position.content.data;
  const point = index.point(at);
  const target: Target = proposition === null ? { kind: 'plan', id: plan ?? '' } : { kind: 'proposition', id: proposition };
  const shown = new GroundsReader(index, negotiation, point).ofParty(party, target);
  if (shown === undefined && earlier.length === 0) return null;
  if (!isOwnWord(position.content, claimantsStated(index, position, point.r), party)) return null;
  const grounds = withEarlier(index, shown, earlier, { party, target, asOf: at.asOf, r: point.r });
  const held = ownStanceBeside(grounds, at.asOf, id);
  return held ? { report: held.report.id, modality: held.modality } : null;
}
