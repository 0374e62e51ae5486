import type { Entries } from '../../src/vocabulary/events/registry-entries.js';
import { type RegistryEvent, registryEvent } from '../../src/vocabulary/events/registry-events.js';
import { NEGOTIATION } from './history-options.js';
import { dateOf } from './reported-dates.js';
import { FIRST_DAY } from './period.js';

/** The most active first. */
export const PARTIES = ['russia', 'ukraine', 'united-states', 'germany', 'france', 'united-kingdom', 'european-union', 'turkey'] as const;
export const PRINCIPALS = ['russia', 'ukraine', 'united-states'];

const TOPICS = [
  ...['territory', 'guarantees', 'ceasefire', 'sanctions', 'prisoners', 'reconstruction', 'nuclear-plant', 'frozen-assets', 'peacekeeping'],
  ...['grain', 'black-sea', 'elections', 'language', 'children', 'army-size', 'alliances', 'courts', 'energy', 'borders', 'monitoring'],
];

/** The largest first. Each but the first few is part of one before it. */
export const ISSUES = TOPICS.map((id, i) => ({ id, parent: i < 5 ? null : (TOPICS[i % 5] ?? null) }));
export const LARGEST_ISSUE = 'territory';

const PROPOSITIONS_OF_LARGEST = 20;

/** The propositions of each issue, the most discussed first: 20 of the largest, fewer of each one after it. */
export const PROPOSITIONS: ReadonlyMap<string, readonly string[]> = new Map(
  TOPICS.map((issue, i) => [
    issue,
    Array.from({ length: Math.max(2, Math.round(PROPOSITIONS_OF_LARGEST / (i + 1))) }, (_, k) => `${issue}-${String(k + 1)}`),
  ]),
);

const ROLES = ['president', 'foreign-minister', 'negotiator'] as const;

/** The persons of a party: who speaks for it. */
export const personsOf = (party: string): readonly string[] => ROLES.map((role) => `${role}-of-${party}`);

const numbered = (count: number, of: string): string[] => Array.from({ length: count }, (_, k) => `${of}-${String(k + 1)}`);

export const PLANS = numbered(6, 'plan');
export const MEETINGS = numbered(30, 'meeting');

/** All that is registered at the start: what a history tells of does not grow with the number of its reports. */
export function* registryEvents(): Generator<RegistryEvent> {
  yield define('negotiation', NEGOTIATION, {
    ...{ title: 'A long negotiation', opened: dateOf(FIRST_DAY), description: 'Made up, to measure with.' },
    ...{ principals: PRINCIPALS, staleAfterDays: 30 },
  });
  for (const party of PARTIES)
    yield define('party', party, { name: titleOf(party), kind: 'state', aliases: [`${titleOf(party)} (official)`] });
  for (const party of PARTIES) {
    for (const person of personsOf(party)) yield define('person', person, { name: titleOf(person), party, role: null, aliases: [] });
  }
  for (const { id, parent } of ISSUES) yield define('issue', id, { title: titleOf(id), parent, description: null, principals: [] });
  for (const [issue, propositions] of PROPOSITIONS) {
    for (const id of propositions)
      yield define('proposition', id, { issue, text: `What stands under ${titleOf(id)} is done as proposed.` });
  }
  for (const id of PLANS) yield define('plan', id, { title: titleOf(id), aliases: [] });
  for (const id of MEETINGS) yield define('meeting', id, { title: titleOf(id), aliases: [] });
}

/** An id as a title. */
export function titleOf(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function define<K extends keyof Entries>(kind: K, id: string, entry: Entries[K]): RegistryEvent {
  return registryEvent(kind, 'defined', NEGOTIATION, id, entry);
}
