/** Somebody without an entry in the registry. */
export class NamedActor {
  readonly name!: string;
  readonly party!: string | null;
}

/** The id of a party or a person, or a name for one without an entry. */
export type Actor = string | NamedActor;
