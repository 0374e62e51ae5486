import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Patience } from '../http/patience.js';
import { type Beside, type IncomingReport, ReportsBeside, type Stated } from '../ports/reports-beside.js';
import { ReportsBesideQuery } from '../queries/beside/reports-beside.query.js';
import { claimantsOf } from '../rules/claimants.js';
import { isOwnWord } from '../rules/own-stance-beside.js';
import { occurredWindow } from '../rules/visibility.js';
import { type DayWindow, windowOf } from '../vocabulary/edtf-window.js';

/** More reports than this do not wait to be asked about. */
const MOST_WAITING = 2_000;

interface Waiting {
  readonly incoming: readonly IncomingReport[];
  readonly settle: (beside: readonly Beside[] | undefined) => void;
}

/**
 * Asks the read model about reports that come in. One question is under way at a time: those that come meanwhile go together with the
 * next one, so that many writers at once do not cost a question each.
 */
@Injectable()
export class ReportsBesideAsked implements ReportsBeside {
  private readonly waiting = new Set<Waiting>();
  private isAsking = false;
  /** A question of many requests does not end with the client of one of them. */
  private readonly ofNobody = AsyncLocalStorage.snapshot();

  constructor(
    private readonly queries: QueryBus,
    private readonly patience: Patience,
  ) {}

  async of(incoming: readonly IncomingReport[]): Promise<readonly Beside[] | undefined> {
    const ahead = [...this.waiting].reduce((sum, one) => sum + one.incoming.length, 0);
    if (ahead >= MOST_WAITING) return undefined;
    return new Promise((resolve) => {
      const settle = (beside?: readonly Beside[]): void => {
        clearTimeout(timer);
        this.waiting.delete(waiting);
        resolve(beside);
      };
      const waiting: Waiting = { incoming, settle };
      const timer = setTimeout(settle, this.patience.doubtsMs);
      this.waiting.add(waiting);
      void this.ofNobody(() => this.ask());
    });
  }

  isOwnWord({ content, parties }: Stated, party: string): boolean {
    const claimants = claimantsOf(content, (person) => parties.get(person));
    return isOwnWord(content, claimants, party);
  }

  daysOf({ occurred, published }: Pick<IncomingReport, 'occurred' | 'published'>): DayWindow {
    return occurredWindow(occurred === null ? null : windowOf(occurred), windowOf(published));
  }

  private async ask(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.waiting.size > 0) {
      const asked = [...this.waiting];
      this.waiting.clear();
      const beside = await this.answer(asked.flatMap(({ incoming }) => incoming));
      let from = 0;
      for (const { incoming, settle } of asked) {
        settle(beside?.slice(from, from + incoming.length));
        from += incoming.length;
      }
    }
    this.isAsking = false;
  }

  /** A write is not refused for what cannot be told beside it. */
  private async answer(incoming: readonly IncomingReport[]): Promise<readonly Beside[] | undefined> {
    try {
      return await this.queries.execute(new ReportsBesideQuery(incoming));
    } catch {
      return undefined;
    }
  }
}
