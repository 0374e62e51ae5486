import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ShortTurns } from '../../http/short-turns.js';
import type { Beside, IncomingReport } from '../../ports/reports-beside.js';
import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import { type Index, indexOf } from '../../read-model/reading/opened-lists.js';
import { reportsWithTheAccount } from '../../read-model/reading/same-account.js';
import { claimantsIn } from '../../read-model/reading/sight-of.js';
import { ReadableModel } from '../../read-model/readable-model.js';
import { isOwnWord, ownStanceBeside } from '../../rules/own-stance-beside.js';
import { occurredWindow } from '../../rules/visibility.js';
import type { At } from '../../vocabulary/axes.js';
import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { PositionStated } from '../../vocabulary/events/position-stated.js';

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
    const turns = new ShortTurns();
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
    const { position, occurred, published } = report;
    const days = occurredWindow(occurred === null ? null : windowOf(occurred), windowOf(published));
    return {
      ownStance: position && ownStanceOf(index, position, { ...at, asOf: days.hi }),
      sameAccount: reportsWithTheAccount(index, report, days, index.point(at)),
    };
  }
}

/** What the party of a position itself held on its target, on the days on which that was stated. @param at D is the last of them */
function ownStanceOf(index: Index, position: PositionStated, at: At & { readonly asOf: Day }): Beside['ownStance'] {
  const { negotiation, id } = position;
  const { party, proposition, plan } = position.data;
  const point = index.point(at);
  const grounds = new GroundsReader(index, negotiation, point).ofParty(
    party,
    proposition === null ? { kind: 'plan', id: plan ?? '' } : { kind: 'proposition', id: proposition },
  );
  if (grounds === undefined) return null;
  const report = index.reportNumber(negotiation, id, point.r) ?? point.r;
  if (!isOwnWord(position, claimantsIn(index, position, report, point.r), party)) return null;
  const held = ownStanceBeside(grounds, at.asOf, id);
  return held ? { report: held.report.id, modality: held.modality } : null;
}
