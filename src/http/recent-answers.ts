import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type Day, dayOfInstant } from '../vocabulary/day.js';
import type { Position } from '../vocabulary/position.js';
import { Clock } from '../ports/clock.js';
import { ShownState } from '../ports/shown-state.js';

/** A few hundred pages, or some twenty of the longest states. */
const MOST_CHARACTERS = 3_000_000;
const LONGEST = 1_000_000;
/** A longer one is nobody's second question. */
const LONGEST_URL = 2_000;
/** About what keeping one costs beside its texts. */
const OVERHEAD = 500;

/** An answer as it is sent. */
export interface SentAnswer {
  readonly text: string;
  readonly etag: string;
  /** All but those of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether its URL fixes D and R: it is then the same whatever is recorded later. */
  readonly isFixed: boolean;
}

/** What an answer rests on beside its question. */
export interface Present {
  /** Of the file in use. */
  readonly generation: number;
  readonly applied: Position;
  readonly today: Day;
}

interface Kept {
  readonly answer: SentAnswer;
  /** In which it was worked out. */
  readonly present: Present;
}

/**
 * Answers that were given lately, by URL. One holds as long as nothing is recorded and the day is the same: then the same question
 * has the same answer. One whose URL fixes D and R holds as long as the file is the same.
 */
@Injectable()
export class RecentAnswers {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MOST_CHARACTERS,
    maxEntrySize: LONGEST,
    sizeCalculation: ({ answer }, url) => sizeOf(url, answer),
  });

  constructor(
    private readonly shown: ShownState,
    private readonly clock: Clock,
  ) {}

  /** Undefined while the read model is damaged: then there is no answer. */
  get present(): Present | undefined {
    const { isDamaged, generation, applied } = this.shown;
    if (isDamaged) return undefined;
    return { generation, applied, today: dayOfInstant(this.clock.now()) };
  }

  /** What the question has as its answer just now; undefined where it must be worked out. */
  find(url: string): SentAnswer | undefined {
    const kept = this.kept.get(url);
    if (kept === undefined) return undefined;
    if (this.holds(kept)) return kept.answer;
    this.kept.delete(url);
    return undefined;
  }

  /** @param present taken before the answer was worked out: where something was applied meanwhile, it is not given again */
  keep(url: string, answer: SentAnswer, present: Present | undefined): void {
    if (url.length <= LONGEST_URL && present !== undefined) this.kept.set(url, { answer, present });
  }

  private holds({ answer: { isFixed }, present: { generation, applied, today } }: Kept): boolean {
    const now = this.present;
    if (generation !== now?.generation) return false;
    return isFixed || (applied === now.applied && today === now.today);
  }
}

/** What keeping an answer takes, in characters. */
function sizeOf(url: string, { text, etag, headers }: SentAnswer): number {
  const inHeaders = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, etag.length);
  return OVERHEAD + url.length + text.length + inHeaders;
}
