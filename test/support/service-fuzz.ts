import fc from 'fast-check';

type Value = fc.JsonValue;
type Path = readonly (string | number)[];

const ODD: readonly Value[] = [
  '',
  ' ',
  '\0',
  '\ud800',
  'a'.repeat(81),
  'A',
  '../..',
  '2026-02-30',
  '../..',
  '-0001',
  -1,
  0.5,
  1e300,
  null,
  [],
  {},
  [[]],
  true,
];
const NAMES = ['id', 'type', 'data', 'constructor', 'prototype', 'toString', 'length', '', 'a/b~c', '\ud800', '\0', 'edtf', 'party'];

/** A value of any type, and odd ones of each. */
export const anything = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary', maxLength: 90 }));

/** A body with one to three places in it replaced, left out or added to. @param values what may stand there instead */
export function faulty(bodies: readonly object[], values: fc.Arbitrary<Value> = anything): fc.Arbitrary<Value> {
  const mutation = fc.record({
    place: fc.nat(1_000),
    how: fc.constantFrom('replace', 'replace', 'leave out', 'add'),
    name: fc.constantFrom(...NAMES),
    value: values,
  });
  return fc
    .tuple(fc.constantFrom(...bodies), fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([body, mutations]) =>
      mutations.reduce((changed, { place, how, name, value }) => mutate(changed, place, how, name, value), copy(body)),
    );
}

function mutate(body: Value, place: number, how: string, name: string, value: Value): Value {
  const paths = pathsOf(body);
  const path = paths[place % paths.length] ?? [];
  const result = copy(body);
  const last = path.at(-1);
  if (last === undefined) return how === 'replace' && place % 7 === 0 ? value : result;
  const parent = path.slice(0, -1).reduce<Value>((at, key) => (at as Record<string, Value>)[key] as Value, result) as Record<string, Value>;
  if (how === 'replace') parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1, ...(how === 'add' ? [value, value] : []));
  else if (how === 'add') parent[name] = value;
  else Reflect.deleteProperty(parent, last);
  return result;
}

function pathsOf(value: Value, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member as Value, [...at, key]))];
}

function copy(value: object | Value): Value {
  return structuredClone(value) as Value;
}

const SEGMENTS = [
  'talks',
  'territory',
  'russia',
  'putin',
  'times',
  'plan-28',
  'geneva',
  'cede-donbas',
  'attack',
  'issues',
  'history',
  '__proto__',
  '..',
  '%00',
  '%2F',
];
const segment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SEGMENTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(encodeURIComponent) },
);

/** A path with odd ids where it has `*`. */
export function path(patterns: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...patterns), fc.array(segment, { minLength: 4, maxLength: 4 }))
    .map(([pattern, segments]) => pattern.replaceAll('*', () => segments.shift() ?? 'x'));
}

const PARAMETERS = [
  'asOf',
  'knownBy',
  'on',
  'recordedBy',
  'certainty',
  'limit',
  'cursor',
  'axis',
  'from',
  'to',
  'type',
  'q',
  'party',
  'issue',
  'plan',
  'stale',
  'dryRun',
  '__proto__',
];
const VALUES = [
  '2026-01-05',
  '9999-12-31',
  '0000-01-01',
  '2026-02-30',
  '@1',
  '@0',
  '@-1',
  '2026-01-05T00:00:00Z',
  'certain',
  '1',
  '500',
  'recorded',
  'published',
  'true',
  'russia',
  'cnVzc2lh',
  '',
  '%00',
  '%zz',
  '%ff',
  '[]',
  '..',
];

/** A query of known and unknown parameters with good and bad values. */
export const query = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PARAMETERS) }, fc.string().map(encodeURIComponent)),
      fc.constantFrom(...VALUES),
    ),
    { maxLength: 4 },
  )
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`));
