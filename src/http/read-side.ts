import { Injectable } from '@nestjs/common';
import { EventStore } from '../event-store/event-store.token.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import { isNamed } from '../read-model/names.js';
import { nearIds } from '../read-model/near-ids.js';
import { ReadModel } from '../read-model/read-model.js';
import type { Position } from '../vocabulary/position.js';

const PROJECTION_WAIT_MS = 1_000;

/** What the writing side may ask of the read model. */
@Injectable()
export class ReadSide {
  constructor(
    private readonly readModel: ReadModel,
    private readonly store: EventStore,
  ) {}

  /** Whether this node's queries show a position, waited for up to a second. */
  async shows(position: Position): Promise<boolean> {
    return this.readModel.reaches(position, PROJECTION_WAIT_MS);
  }

  /** The position up to which this node's queries show. */
  get position(): Position {
    return this.readModel.applied;
  }

  /** Ids that look like an unknown one. @param kind of an entry, `actor` or `report` */
  suggestions(kind: string, negotiation: string, id: string): string[] {
    const kinds = kind === 'actor' ? ['party', 'person'] : [kind];
    return kinds.flatMap((one) => nearIds(this.readModel.rows, one, negotiation, id)).slice(0, 3);
  }

  /** Whether a report uses a proposition, in any version. @throws StoreUnavailable where the read model lags behind the log */
  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    const head = await this.store.head();
    if (!(await this.shows(head))) throw new StoreUnavailable('the read model has not reached the head of the log');
    return isNamed(this.readModel.rows, negotiation, 'proposition', proposition);
  }
}
