/** Who speaks in a statement: the party itself, the source, somebody else about the party, or the source that guesses. Design 4, "voice". */
export const VOICES = ['own', 'source', 'other', 'guess'] as const;
export type Voice = (typeof VOICES)[number];
