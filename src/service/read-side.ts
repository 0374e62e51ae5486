import { Injectable } from '@nestjs/common';
import { EventStore } from '../event-store/event-store.token.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import { type NamedKind, NearIds } from '../ports/near-ids.js';
import { ShownPosition } from '../ports/shown-position.js';
import { UsedPropositions } from '../ports/used-propositions.js';
import { isNamed } from '../read-model/names.js';
import { nearIds } from '../read-model/near-ids.js';
import { ReadModel } from '../read-model/read-model.js';
import type { Position } from '../vocabulary/position.js';

const PROJECTION_WAIT_MS = 1_000;

/** What the writing side may ask of the read model. */
@Injectable()
export class ReadSide implements NearIds, ShownPosition, UsedPropositions {
  constructor(
    private readonly readModel: ReadModel,
    private readonly store: EventStore,
  ) {}

  get position(): Position {
    return this.readModel.applied;
  }

  async shows(position: Position): Promise<boolean> {
    return this.readModel.reaches(position, PROJECTION_WAIT_MS);
  }

  async like(kind: NamedKind, negotiation: string, id: string): Promise<string[]> {
    const kinds = kind === 'actor' ? ['party', 'person'] : [kind];
    return kinds.flatMap((one) => nearIds(this.readModel.rows, one, negotiation, id)).slice(0, 3);
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    const head = await this.store.head();
    if (!(await this.shows(head))) throw new StoreUnavailable('the read model has not reached the head of the log');
    return isNamed(this.readModel.rows, negotiation, 'proposition', proposition);
  }
}

/** The ports of the writing side, all answered by the one that knows. */
export const READ_SIDE_PORTS = [NearIds, ShownPosition, UsedPropositions].map((provide) => ({ provide, useExisting: ReadSide }));
