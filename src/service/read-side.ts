import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.token.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import { type NamedKind, NearIds } from '../ports/near-ids.js';
import { ShownPosition } from '../ports/shown-position.js';
import { UsedPropositions } from '../ports/used-propositions.js';
import { NearIdsQuery } from '../queries/named/near-ids.query.js';
import { UsedPropositionQuery } from '../queries/named/used-proposition.query.js';
import { Keeper } from '../read-model/keeper.js';
import type { Position } from '../vocabulary/position.js';

const PROJECTION_WAIT_MS = 1_000;

/** What the writing side may ask of the read model. */
@Injectable()
export class ReadSide implements NearIds, ShownPosition, UsedPropositions {
  constructor(
    private readonly keeper: Keeper,
    private readonly queries: QueryBus,
    private readonly store: EventStore,
  ) {}

  get position(): Position {
    return this.keeper.applied;
  }

  async shows(position: Position): Promise<boolean> {
    return this.keeper.reaches(position, PROJECTION_WAIT_MS);
  }

  async like(kind: NamedKind, negotiation: string, id: string): Promise<string[]> {
    return this.queries.execute(new NearIdsQuery(kind, negotiation, id));
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    const head = await this.store.head();
    if (!(await this.shows(head))) throw new StoreUnavailable('the read model has not reached the head of the log');
    return this.queries.execute(new UsedPropositionQuery(negotiation, proposition));
  }
}

/** The ports of the writing side, all answered by the one that knows. */
export const READ_SIDE_PORTS = [NearIds, ShownPosition, UsedPropositions].map((provide) => ({ provide, useExisting: ReadSide }));
