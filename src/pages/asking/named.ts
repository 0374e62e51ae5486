import type { Language } from '../words/languages.js';

/** What a thing may be called in other languages than that of the registry, by language. */
export interface Named {
  readonly names?: Readonly<Partial<Record<string, string>>> | undefined;
}

/** The same with its title in the language of the reader, where the registry tells it. */
export function titledIn<T extends Named & { readonly title: string }>(language: Language, thing: T): T {
  return { ...thing, title: thing.names?.[language] ?? thing.title };
}

/** The same with its name in the language of the reader, where the registry tells it. */
export function namedIn<T extends Named & { readonly name: string }>(language: Language, thing: T): T {
  return { ...thing, name: thing.names?.[language] ?? thing.name };
}
