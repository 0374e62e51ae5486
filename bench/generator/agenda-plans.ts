import type { Day } from '../../src/vocabulary/day.js';
import type { PlanTabledData } from '../../src/vocabulary/events/plan-reports.js';
import { MODALITIES } from '../../src/vocabulary/modality.js';
import type { Item } from './agenda-item.js';
import type { Telling } from './envelope.js';
import { DAYS, FIRST_DAY } from './period.js';
import type { Random } from './random.js';
import { LARGEST_ISSUE, PARTIES, personsOf, PLANS, PROPOSITIONS } from './registry-world.js';
import { dateOf } from './reported-dates.js';

const REPORTS_OF_A_TABLING = 2;

/** Each plan revises the one before it, is reported by two sources, and a few parties say what they hold of it. */
export function plansOnTheAgenda(random: Random): Item[] {
  return PLANS.flatMap((plan, i) => {
    const day = FIRST_DAY + 30 + Math.floor((i * (DAYS - 90)) / PLANS.length);
    const data = tabled(plan, random);
    const telling = tablingOf(data, PLANS[i - 1], day);
    return [
      ...Array.from({ length: REPORTS_OF_A_TABLING }, (_, k): Item => ({ day: day + k, tell: () => telling })),
      ...random
        .shuffled(PARTIES)
        .slice(0, random.between(3, 5))
        .map((party) => positionOn(plan, party, day + random.between(2, 30))),
    ];
  });
}

function tabled(plan: string, random: Random): PlanTabledData {
  const propositions = random.shuffled(PROPOSITIONS.get(LARGEST_ISSUE) ?? []).slice(0, 6);
  const points = propositions.map((proposition, k) => ({ number: k + 1, text: `Point ${String(k + 1)}`, propositions: [proposition] }));
  return { plan, by: [random.pick(PARTIES)], pointCount: 20, points };
}

function tablingOf(data: PlanTabledData, earlier: string | undefined, day: Day): Telling {
  const occurred = dateOf(day);
  if (earlier === undefined) return { type: 'PlanTabled', occurred, data };
  return { type: 'PlanRevised', occurred, data: { ...data, revises: { plan: earlier, lineage: 'stated' } } };
}

function positionOn(plan: string, party: string, day: Day): Item {
  return {
    day,
    tell: (_article, _soFar, random) => {
      const speaker = random.pick(personsOf(party));
      const said = { modality: random.pick(MODALITIES), conditions: [], until: null, previous: null };
      return {
        type: 'PositionStated',
        occurred: dateOf(day - 1),
        issues: [LARGEST_ISSUE],
        claim: { by: [speaker], via: [], form: 'direct-quote' },
        data: { party, speaker, proposition: null, plan, ...said },
      };
    },
  };
}
