import type { Stance } from './stance.js';

/**
 * Whether a stance counts for convergence: its current statement is of rank 1 (the party's own words, or the source's own reporting)
 * and, where there are principals, it is one of theirs. Design 4, "Convergence".
 */
export function isCounted({ party, voice }: Pick<Stance, 'party' | 'voice'>, principals: readonly string[]): boolean {
  return isFirstHand(voice) && countsAmong(principals, party);
}

/** Whether what a party holds counts where these are the principals; empty: every party counts. */
export function countsAmong(principals: readonly string[], party: string): boolean {
  return principals.length === 0 || principals.includes(party);
}

/** Of rank 1. What somebody else says that a party holds, or the source's guess, counts for nothing. */
export function isFirstHand(voice: Stance['voice']): boolean {
  return voice === 'own' || voice === 'source';
}
