import type { Item } from './agenda-item.js';
import { DAYS, FIRST_DAY } from './period.js';
import type { Random } from './random.js';
import { LARGEST_ISSUE, PARTIES, PROPOSITIONS } from './registry-world.js';
import { dateOf } from './reported-dates.js';

const AGREEMENTS = 10;

/** Rare: a few parties sign something on one or two propositions. */
export function agreementsOnTheAgenda(random: Random): Item[] {
  return Array.from({ length: AGREEMENTS }, (_, i): Item => {
    const day = FIRST_DAY + 50 + Math.floor((i * (DAYS - 60)) / AGREEMENTS);
    const propositions = random.shuffled(PROPOSITIONS.get(LARGEST_ISSUE) ?? []).slice(0, random.between(1, 2));
    const signatories = random
      .shuffled(PARTIES)
      .slice(0, random.between(2, 3))
      .map((party) => ({ party, person: null }));
    const document = { id: null, title: `Protocol ${String(i + 1)}`, kind: 'protocol' };
    return {
      day,
      tell: () => ({ type: 'AgreementSigned', occurred: dateOf(day), data: { document, signatories, propositions, conditions: [] } }),
    };
  });
}
