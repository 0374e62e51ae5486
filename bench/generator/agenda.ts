import type { Item } from './agenda-item.js';
import { agreementsOnTheAgenda } from './agenda-agreements.js';
import { assessmentsOnTheAgenda } from './agenda-assessments.js';
import { meetingsOnTheAgenda } from './agenda-meetings.js';
import { plansOnTheAgenda } from './agenda-plans.js';
import { rolesOnTheAgenda } from './agenda-roles.js';
import { DAYS, FIRST_DAY } from './period.js';
import type { Random } from './random.js';

/** A short history has no room for all of it. */
const LARGEST_SHARE = 1 / 3;

/**
 * What the world holds besides positions: meetings, plans, agreements, assessments, roles. It is the same for every number of
 * reports, since an answer that lists ten thousand assessments would have to cost ten thousand assessments.
 */
export class Agenda {
  private readonly items: readonly Item[];
  private next = 0;

  constructor(
    private readonly reports: number,
    random: Random,
  ) {
    const all = [
      ...meetingsOnTheAgenda(random),
      ...plansOnTheAgenda(random),
      ...agreementsOnTheAgenda(random),
      ...assessmentsOnTheAgenda(random),
      ...rolesOnTheAgenda(random),
    ].sort((a, b) => a.day - b.day);
    const every = Math.max(1, Math.ceil(all.length / (reports * LARGEST_SHARE)));
    this.items = all.filter((_, i) => i % every === 0);
  }

  /** What is to be told now, if anything. @param index of the report, from 0 */
  due(index: number): Item | undefined {
    const item = this.items[this.next];
    if (item === undefined || (index / this.reports) * DAYS < item.day - FIRST_DAY) return undefined;
    this.next += 1;
    return item;
  }
}
