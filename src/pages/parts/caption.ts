import type { Names } from '../asking/names.js';
import type { Said, Stance } from '../asking/stance-shapes.js';
import type { Words } from '../words/en.js';

/** Whether a statement is hearsay: somebody else's word about the party, or a guess of the source. Such cells are hatched. */
export function isHearsay({ voice }: Pick<Said, 'voice'>): boolean {
  return voice === 'other' || voice === 'guess';
}

/** Whose word a statement is, where it is not the party's own or the source's report. */
export function whoseWord({ voice, by }: Pick<Said, 'voice' | 'by'>, names: Names, words: Words): string | undefined {
  if (voice === 'guess') return words.itsReading;
  return voice === 'other' ? words.says(words.list(by.map((actor) => names.actor(actor)))) : undefined;
}

/** What stands below the word of a cell, most telling first: whose word, that the date is uncertain, a condition, what was held before. */
export function captionOf(stance: Stance, names: Names, words: Words): string[] {
  const { certainty, conditions, previous, movement, contestedBy } = stance;
  const moved = previous !== null && movement !== 'restated' ? words.before(words.modality[previous.modality]) : undefined;
  return [
    whoseWord(stance, names, words),
    certainty === 'possible' ? words.dateUncertain : undefined,
    ...conditions.slice(0, 1).map(({ text }) => text),
    moved,
    contestedBy.length > 0 ? words.contested : undefined,
  ].filter((part) => part !== undefined);
}
