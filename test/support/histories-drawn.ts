import fc from 'fast-check';

/** Somebody, seen from the party that a report tells of. */
export const voice = fc.constantFrom(
  ...(['the party', 'its person', 'a name with it', 'another party', 'another person', 'a name with another', 'a name'] as const),
  ...(['person 0', 'person 3', 'person 4'] as const),
);
/** Whoever claims it may be the speaker, or somebody of that name elsewhere. */
export const claimant = fc.oneof({ weight: 4, arbitrary: voice }, { weight: 1, arbitrary: fc.constantFrom('the speaker', 'a namesake') });

/** Mostly the first of a few. */
export const one = fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3);
/** Null once in `freq` times. */
export const orNull = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { freq, nil: null });
export const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
export const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 2, arbitrary: fc.array(arbitrary, { maxLength, size: 'max' }) });

export const conditions = few(orNull(one), 2);

/** An earlier report, found when the history is written: of those that fit, or of all. */
export const earlier = fc.record({ among: fc.constantFrom('fitting', 'all'), back: fc.nat({ max: 20 }) });

export type Voice = Drawn<typeof voice>;
export type Claimant = Drawn<typeof claimant>;
export type Earlier = Drawn<typeof earlier>;
/** What an arbitrary draws. */
export type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
