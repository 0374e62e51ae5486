import type { Actor } from '../../vocabulary/actor.js';
import type { Language } from '../words/languages.js';
import { namedIn } from './named.js';
import type { Party, Person } from './entry-shapes.js';

/** The names of parties, and of those persons that were asked for. */
export class Names {
  private readonly parties: ReadonlyMap<string, Party>;
  private readonly persons = new Map<string, Person>();

  constructor(
    parties: readonly Party[],
    private readonly language: Language,
  ) {
    this.parties = new Map(parties.map((party) => [party.id, namedIn(language, party)]));
  }

  /** The name of a party; its id where there is no such entry. */
  party(id: string): string {
    return this.parties.get(id)?.name ?? id;
  }

  /** The name of whoever is named; of a person that was not asked for the id. */
  actor(actor: Actor): string {
    return typeof actor === 'string' ? (this.parties.get(actor)?.name ?? this.persons.get(actor)?.name ?? actor) : actor.name;
  }

  /** The ids among actors of which no name is known yet. */
  unknown(actors: readonly Actor[]): string[] {
    const ids = actors.filter((actor): actor is string => typeof actor === 'string');
    return [...new Set(ids)].filter((id) => !this.parties.has(id) && !this.persons.has(id));
  }

  know(person: Person): void {
    this.persons.set(person.id, namedIn(this.language, person));
  }

  get all(): readonly Party[] {
    return [...this.parties.values()];
  }
}
