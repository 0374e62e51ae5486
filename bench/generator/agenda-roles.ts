import { CHANGES_OF_ROLE } from '../../src/vocabulary/events/other-reports.js';
import type { Item } from './agenda-item.js';
import { DAYS, FIRST_DAY } from './period.js';
import type { Random } from './random.js';
import { PARTIES, personsOf } from './registry-world.js';
import { dateOf } from './reported-dates.js';

const CHANGES = 24;

/** Now and then somebody is appointed or resigns. */
export function rolesOnTheAgenda(random: Random): Item[] {
  return Array.from({ length: CHANGES }, (_, i): Item => {
    const day = FIRST_DAY + 5 + Math.floor((i * (DAYS - 10)) / CHANGES);
    const party = random.pick(PARTIES);
    const person = random.pick(personsOf(party));
    const change = random.pick(CHANGES_OF_ROLE);
    return {
      day,
      tell: () => ({ type: 'RoleChanged', occurred: dateOf(day), data: { person, party, role: 'envoy', change, reason: null } }),
    };
  });
}
