import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type Day, dayOfInstant } from '../vocabulary/day.js';
import type { Position } from '../vocabulary/position.js';
import { Clock } from '../ports/clock.js';
import { ShownState } from '../ports/shown-state.js';

/**
 * Of what was asked once, and of what was asked again: a few hundred pages, or some twenty of the longest states. Mostly a question comes once. Its
 * answer is let go of while it is young: kept for longer, it would move to where garbage is seldom collected.
 */
const MOST_CHARACTERS = { once: 500_000, again: 2_500_000 };
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
  private readonly once = keeping(MOST_CHARACTERS.once);
  private readonly again = keeping(MOST_CHARACTERS.again);

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
    const kept = this.again.get(url) ?? this.askedAgain(url);
    if (kept === undefined) return undefined;
    if (this.holds(kept)) return kept.answer;
    this.again.delete(url);
    return undefined;
  }

  /** @param present taken before the answer was worked out: where something was applied meanwhile, it is not given again */
  keep(url: string, answer: SentAnswer, present: Present | undefined): void {
    if (url.length <= LONGEST_URL && present !== undefined) this.once.set(url, { answer, present });
  }

  private askedAgain(url: string): Kept | undefined {
    const kept = this.once.get(url);
    if (kept === undefined) return undefined;
    this.once.delete(url);
    this.again.set(url, kept);
    return kept;
  }

  private holds({ answer: { isFixed }, present: { generation, applied, today } }: Kept): boolean {
    const now = this.present;
    if (generation !== now?.generation) return false;
    return isFixed || (applied === now.applied && today === now.today);
  }
}

function keeping(mostCharacters: number): LRUCache<string, Kept> {
  return new LRUCache({ maxSize: mostCharacters, sizeCalculation: ({ answer }, url) => sizeOf(url, answer) });
}

/** What keeping an answer takes, in characters. */
function sizeOf(url: string, { text, etag, headers }: SentAnswer): number {
  const inHeaders = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, etag.length);
  return OVERHEAD + url.length + text.length + inHeaders;
}
