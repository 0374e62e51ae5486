import type { At } from '../vocabulary/axes.js';
import type { Voice } from '../vocabulary/voice.js';

/**
 * Whose word a statement is. `certainty` speaks of dates alone, so nothing is shown without it. Design 4, "voice".
 * @param isClaimed whether somebody is named as claimant
 */
export function voiceOf(rank: 0 | 1, isClaimed: boolean): Voice {
  if (rank === 1) return isClaimed ? 'own' : 'source';
  return isClaimed ? 'other' : 'guess';
}

/** Whether a statement is among those that an answer counts, where only some voices are asked for: before all rules that follow. */
export function isHeard(rank: 0 | 1, isClaimed: boolean, { voices }: Pick<At, 'voices'>): boolean {
  return voices === undefined || voices.includes(voiceOf(rank, isClaimed));
}
