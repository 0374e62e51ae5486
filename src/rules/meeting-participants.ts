import type { Telling } from './meeting-telling.js';

/** Who takes part in a meeting by one report of it. */
export interface Participants {
  readonly persons: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

/**
 * Whoever a report of a meeting names as host or as attending, and the parties that they are, are of, or are given with.
 * @param partyOf the party of a person as registered when the report was first recorded; undefined where the id is a party's
 */
export function participantsOf({ data }: Pick<Telling, 'data'>, partyOf: (person: string) => string | null | undefined): Participants {
  const { hosts, attendance } = data;
  const actors = [...hosts, ...attendance.map(({ actor }) => actor)];
  const persons = new Set<string>();
  const parties = new Set<string>();
  for (const actor of actors) {
    const party = typeof actor === 'string' ? partyOf(actor) : actor.party;
    if (typeof actor === 'string') (party === undefined ? parties : persons).add(actor);
    if (party != null) parties.add(party);
  }
  return { persons, parties };
}
