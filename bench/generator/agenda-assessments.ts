import type { About, AssessmentData } from '../../src/vocabulary/events/other-reports.js';
import type { Item } from './agenda-item.js';
import { DAYS, FIRST_DAY } from './period.js';
import type { Random } from './random.js';
import { LARGEST_ISSUE, MEETINGS, PARTIES, PLANS, PROPOSITIONS } from './registry-world.js';
import { dateOf } from './reported-dates.js';

const ASSESSMENTS = 40;
const EVERY_WHICH_BLOCKS = 4;
const EVERY_WHICH_RESOLVES = 6;

/** How near somebody thinks the parties are; every fourth names a blocker, some say that one is gone. */
export function assessmentsOnTheAgenda(random: Random): Item[] {
  return Array.from({ length: ASSESSMENTS }, (_, i): Item => {
    const day = FIRST_DAY + 10 + Math.floor((i * (DAYS - 20)) / ASSESSMENTS);
    const blocker = i % EVERY_WHICH_BLOCKS === 0;
    const measure = blocker ? null : { value: random.between(40, 95), unit: 'per cent', of: 'the text' };
    const about = aboutOf(i, random);
    const by = random.pick(PARTIES);
    return {
      day,
      tell: (_article, { blocker: last }) => {
        const data: AssessmentData = { about, measure, blocker, resolves: i % EVERY_WHICH_RESOLVES === 5 ? last : null };
        return {
          type: 'AssessmentMade',
          occurred: dateOf(day),
          issues: [LARGEST_ISSUE],
          claim: { by: [by], via: [], form: 'attributed' },
          data,
        };
      },
    };
  });
}

function aboutOf(i: number, random: Random): About {
  if (i % 8 === 1) return { plan: random.pick(PLANS) };
  if (i % 8 === 3) return { meeting: random.pick(MEETINGS) };
  return i % 2 === 0 ? { issue: LARGEST_ISSUE } : { proposition: random.pick(PROPOSITIONS.get(LARGEST_ISSUE) ?? []) };
}
