import { z } from 'zod';
import { isId } from '../../http/fields/text.js';
import { type Voice, VOICES } from '../../vocabulary/voice.js';
import { questionWith } from './axes.schema.js';
import { several, valuesOf } from './several.js';

const SOURCE = 'source:';

const withoutSource = z.string().refine((value) => value.startsWith(SOURCE) && isId(value.slice(SOURCE.length)), {
  message: 'must be source: and the id of a source',
  params: { code: 'invalid-without' },
});

const someVoices = z.string().refine((value) => value.split(',').every(isVoice), {
  message: `must be some of ${VOICES.join(', ')}, separated by commas`,
  params: { code: 'invalid-voice' },
});

/** What a state may leave out before all rules that follow, as `certainty=certain` leaves out what is only possible. */
const whatIf = {
  without: several(withoutSource).optional().describe('source:ID: the state as if that source were not there; several by repeating'),
  voice: several(someVoices)
    .optional()
    .describe('own, source, other, guess: only statements of these voices count; several separated by commas'),
};

/** The question of a state: the axes, what if, and some parameters of its own. */
export function stateQuestionWith<S extends z.ZodRawShape>(shape: S) {
  return questionWith({ ...whatIf, ...shape });
}

/** The question of a state with nothing of its own. */
export const stateQuestion = stateQuestionWith({});
export type StateQuestion = z.output<typeof stateQuestion>;
export type WhatIf = Partial<Pick<StateQuestion, 'without' | 'voice'>>;

/** What is left out of a point; nothing where nothing is asked for. */
export function leftOut({ without, voice }: WhatIf): { readonly without?: readonly string[]; readonly voices?: readonly Voice[] } {
  const sources = valuesOf(without)?.map((one) => one.slice(SOURCE.length));
  const given = valuesOf(voice)?.flatMap((some) => some.split(','));
  return {
    ...(sources && { without: sources.toSorted() }),
    ...(given && { voices: VOICES.filter((one) => given.includes(one)) }),
  };
}

/** A source as the parameter names it. */
export function namedSource(id: string): string {
  return SOURCE + id;
}

function isVoice(value: string): boolean {
  return (VOICES as readonly string[]).includes(value);
}
