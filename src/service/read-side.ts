import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.token.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import { LRUCache } from 'lru-cache';
import { FollowedLog } from '../ports/followed-log.js';
import { LogRoots } from '../ports/log-roots.js';
import { NearIds } from '../ports/near-ids.js';
import type { NamedKind } from '../vocabulary/events/texts.js';
import { ReportsBeside } from '../ports/reports-beside.js';
import { ShownAge } from '../ports/shown-age.js';
import { ShownPosition } from '../ports/shown-position.js';
import { ShownState } from '../ports/shown-state.js';
import { Spans } from '../ports/spans.js';
import { UsedPropositions } from '../ports/used-propositions.js';
import { LogRootQuery } from '../queries/log-root/log-root.query.js';
import { NearIdsQuery } from '../queries/named/near-ids.query.js';
import { UsedPropositionQuery } from '../queries/named/used-proposition.query.js';
import { Watchdog } from '../read-model/following/watchdog.js';
import { Keeper } from '../read-model/keeper.js';
import type { Position } from '../vocabulary/position.js';
import { overIn } from '../threads/worked.js';
import { ReportsBesideAsked } from './reports-beside-asked.js';

const PROJECTION_WAIT_MS = 1_000;
/** Nearly all reads are of a few positions. */
const KEPT_ROOTS = 1_000;

/** What the writing side and the edge may ask of the read model. */
@Injectable()
export class ReadSide implements NearIds, ShownPosition, UsedPropositions, LogRoots, FollowedLog {
  /** By file and position: there it never changes. */
  private readonly roots = new LRUCache<string, string>({ max: KEPT_ROOTS });

  constructor(
    private readonly keeper: Keeper,
    private readonly queries: QueryBus,
    private readonly store: EventStore,
    private readonly spans: Spans,
  ) {}

  get position(): Position {
    return this.keeper.applied;
  }

  get epoch(): string {
    const { generation, renewal } = this.keeper;
    return `${String(generation)}${renewal === 'other-log' ? ' and another log' : ''}`;
  }

  async shows(position: Position): Promise<boolean> {
    const reaching = async (): Promise<boolean> => {
      const isReached = await this.keeper.reaches(position, PROJECTION_WAIT_MS);
      const applied = this.spans.areWanted ? this.keeper.whenApplied(position) : undefined;
      if (applied !== undefined) this.spans.over('applying', { 'tracker.thread': 'read model' }, overIn(applied));
      return isReached;
    };
    return this.spans.during('projection', { 'tracker.position': String(position) }, reaching);
  }

  async at(position: Position): Promise<string | undefined> {
    const key = `${String(this.keeper.generation)} ${String(position)}`;
    const known = this.roots.get(key);
    if (known !== undefined) return known;
    try {
      const root = await this.queries.execute(new LogRootQuery(String(position)));
      if (root !== undefined) this.roots.set(key, root);
      return root;
    } catch {
      // The answer that it would go with is there: it goes without.
      return undefined;
    }
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

/** The ports of the writing side and of the edge. */
export const READ_SIDE_PORTS = [
  ...[FollowedLog, LogRoots, NearIds, ShownPosition, UsedPropositions].map((provide) => ({ provide, useExisting: ReadSide })),
  { provide: ReportsBeside, useClass: ReportsBesideAsked },
  { provide: ShownState, useExisting: Keeper },
  { provide: ShownAge, useExisting: Watchdog },
];
