import type { NamedActor } from '../actor.js';
import type { ReportedDate } from '../reported-date.js';
import type { EntryKind } from './registry-entries.js';

/** What an id can be of; an `actor` is a party or a person. */
export type NamedKind = EntryKind | 'report' | 'actor';

/** What an id in a report is of. */
export type IdKind = NamedKind | 'proposition of a condition';

/** What a text in a report is: words, or the id of something that must exist. */
export type TextKind = 'words' | IdKind;

/** In the shape of what is told, what each text in it is; of a list what each of its items is. `?` behind it: it may be left out. */
export type Texts = TextKind | `${TextKind}?` | readonly [Texts] | { readonly [field: string]: Texts };

/**
 * The shape of a type of data, with what each text in it is. None can be forgotten; the values of an enumeration, dates and what is no
 * text are left out.
 */
export type TextsOf<T> = [T] extends [readonly (infer Item)[]]
  ? readonly [TextsOf<Item>]
  : [NamedActor] extends [T]
    ? 'actor'
    : [string] extends [T]
      ? Exclude<TextKind, 'actor'>
      : { readonly [F in FieldWithText<T>]-?: Optional<T, F, TextsOf<NonNullable<T[F]>>> };

type FieldWithText<T> = { [F in keyof T]-?: HasText<NonNullable<T[F]>> extends true ? F : never }[keyof T];

type Optional<T, F extends keyof T, Of> = Partial<Pick<T, F>> extends Pick<T, F> ? (Of extends string ? `${Of}?` : never) : Of;

type HasText<T> = [T] extends [readonly (infer Item)[]]
  ? HasText<Item>
  : [NamedActor] extends [T]
    ? true
    : [string] extends [T]
      ? true
      : [T] extends [ReportedDate]
        ? false
        : [T] extends [object]
          ? [FieldWithText<T>] extends [never]
            ? false
            : true
          : false;
