import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isNamed } from '../../read-model/reading/named-ids.js';
import { ReadableModel } from '../../read-model/readable-model.js';

/** Whether a report uses a proposition, in any version, as far as the read model has come. */
export class UsedPropositionQuery extends Query<boolean> {
  constructor(
    readonly negotiation: string,
    readonly proposition: string,
  ) {
    super();
  }
}

/** Answers for the command that would move a proposition to another issue. */
@QueryHandler(UsedPropositionQuery)
export class UsedPropositionHandler implements IQueryHandler<UsedPropositionQuery> {
  constructor(private readonly readModel: ReadableModel) {}

  async execute({ negotiation, proposition }: UsedPropositionQuery): Promise<boolean> {
    return isNamed(this.readModel.rows, negotiation, 'proposition', proposition);
  }
}
