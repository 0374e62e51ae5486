import { Random } from './random.js';

const WORDS = [
  ...['delegation', 'spokesman', 'ministry', 'capital', 'agreement', 'condition', 'withdrawal', 'statement', 'negotiator', 'position'],
  ...['proposal', 'reported', 'confirmed', 'rejected', 'repeated', 'insisted', 'according', 'officials', 'yesterday', 'territory'],
  ...[
    'guarantee',
    'without',
    'before',
    'after',
    'against',
    'towards',
    'further',
    'again',
    'will',
    'not',
    'only',
    'the',
    'of',
    'and',
    'that',
  ],
  ...['Vermittler', 'Zusicherung', 'Gespräche', 'für', 'переговоры'],
];

const WORDS_IN_A_PHRASE = 6;
const SEED_OF_PHRASES = 20_251_130;

/** So many that two reports hardly ever read alike, made once: words picked one by one would take longer than all the rest. */
const PHRASES = phrases(4_096);

/** Phrases in a row that read like a report, always as many. */
export function sentence(phrasesInIt: number, random: Random): string {
  let text = random.pick(PHRASES);
  for (let i = 1; i < phrasesInIt; i += 1) text += ` ${random.pick(PHRASES)}`;
  return `${text}.`;
}

function phrases(count: number): string[] {
  const random = new Random(SEED_OF_PHRASES);
  return Array.from({ length: count }, () => Array.from({ length: WORDS_IN_A_PHRASE }, () => random.pick(WORDS)).join(' '));
}
