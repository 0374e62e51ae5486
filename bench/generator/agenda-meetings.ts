import type { Day } from '../../src/vocabulary/day.js';
import type { MeetingData } from '../../src/vocabulary/events/meeting-reports.js';
import type { Item } from './agenda-item.js';
import { DAYS, FIRST_DAY } from './period.js';
import type { Random } from './random.js';
import { LARGEST_ISSUE, MEETINGS, PARTIES, personsOf } from './registry-world.js';
import { dateOf, windowAround } from './reported-dates.js';

const CITIES = ['Geneva', 'Istanbul', 'Paris', 'Abu Dhabi', 'Vienna'];

const NOTHING: MeetingData = {
  ...{ scheduledFor: null, change: null, place: null, format: null, purpose: null, outcome: null, durationMinutes: null },
  ...{ level: null, hosts: [], reason: null, attendance: [] },
};

/** Each meeting is announced, some are moved or cancelled, most are held, of some nothing more is heard. */
export function meetingsOnTheAgenda(random: Random): Item[] {
  return MEETINGS.flatMap((meeting, i) => {
    const day = FIRST_DAY + 25 + Math.floor((i * (DAYS - 45)) / MEETINGS.length);
    const isMoved = random.chance(0.35);
    const isHeld = random.chance(0.7);
    return [
      ...times(random.between(1, 3), () => announced(meeting, day, random)),
      ...(isMoved ? [revised(meeting, day, random)] : []),
      ...(isHeld ? times(random.between(1, 4), () => held(meeting, day, random)) : []),
      ...times(random.between(0, 2), () => mentioned(meeting, day + random.between(1, 15))),
    ];
  });
}

function announced(meeting: string, day: Day, random: Random): Item {
  const told = day - random.between(4, 20);
  const scheduledFor = random.chance(0.7) ? dateOf(day) : windowAround(day, random);
  return item(meeting, told, 'MeetingAnnounced', {
    scheduledFor,
    place: random.pick(CITIES),
    level: 'advisers',
    hosts: [random.pick(PARTIES)],
  });
}

function revised(meeting: string, day: Day, random: Random): Item {
  const change = random.chance(0.7) ? 'moved' : 'cancelled';
  const scheduledFor = change === 'moved' ? dateOf(day + 2) : null;
  return item(meeting, day - random.between(1, 3), 'MeetingRevised', { change, scheduledFor, reason: 'no agreement on the agenda' });
}

function held(meeting: string, day: Day, random: Random): Item {
  const attendance = [...PARTIES.slice(0, random.between(2, 4))].map((party) => {
    return { actor: random.pick(personsOf(party)), role: null, online: random.chance(0.2), implied: null, note: null };
  });
  const more = { format: 'in-person', durationMinutes: 30 * random.between(1, 9), outcome: 'talks go on' } as const;
  return item(meeting, day + random.between(2, 4), 'MeetingHeld', { ...more, place: random.pick(CITIES), attendance }, day);
}

function mentioned(meeting: string, day: Day): Item {
  return {
    day,
    tell: () => ({ type: 'ContextReported', occurred: null, issues: [LARGEST_ISSUE], meeting, data: { kind: 'background' } }),
  };
}

function item(
  meeting: string,
  day: Day,
  type: 'MeetingAnnounced' | 'MeetingRevised' | 'MeetingHeld',
  told: Partial<MeetingData>,
  occurred = day,
): Item {
  const data = { ...NOTHING, ...told };
  return { day, tell: () => ({ type, occurred: dateOf(occurred), issues: [LARGEST_ISSUE], meeting, data }) };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
