import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { NamedKind } from '../../vocabulary/events/texts.js';
import { nearIds } from '../../read-model/reading/near-ids.js';
import { ReadableModel } from '../../read-model/readable-model.js';

const MOST_SUGGESTIONS = 3;

/** Which ids look like one that does not exist. */
export class NearIdsQuery extends Query<string[]> {
  constructor(
    readonly kind: NamedKind,
    readonly negotiation: string,
    readonly id: string,
  ) {
    super();
  }
}

/** Answers with the ids of a kind that are the nearest to what was written, the nearest first. */
@QueryHandler(NearIdsQuery)
export class NearIdsHandler implements IQueryHandler<NearIdsQuery> {
  constructor(private readonly readModel: ReadableModel) {}

  async execute({ kind, negotiation, id }: NearIdsQuery): Promise<string[]> {
    const kinds = kind === 'actor' ? ['party', 'person'] : [kind];
    return kinds.flatMap((one) => nearIds(this.readModel.rows, one, negotiation, id)).slice(0, MOST_SUGGESTIONS);
  }
}
