/** Who speaks in a statement: the party itself, the source, somebody else about the party, or the source that guesses. */
export type Voice = 'own' | 'source' | 'other' | 'guess';

/**
 * Whose word a statement is. `certainty` speaks of dates alone, so nothing is shown without it. Design 4, "voice".
 * @param isClaimed whether somebody is named as claimant
 */
export function voiceOf(rank: 0 | 1, isClaimed: boolean): Voice {
  if (rank === 1) return isClaimed ? 'own' : 'source';
  return isClaimed ? 'other' : 'guess';
}
