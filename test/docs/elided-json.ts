const ELISION = '…';

/**
 * JSON in which `…` stands for what is left out: as a member of an object for further members, as an element of a list for
 * further elements, as a string for any value.
 */
export function parseElided(text: string): unknown {
  const containers: string[] = [];
  const written = text.replace(/"(?:[^"\\]|\\.)*"|[[\]{}…]/g, (token) => {
    if (token === '[' || token === '{') containers.push(token);
    if (token === ']' || token === '}') containers.pop();
    if (token !== ELISION) return token;
    return containers.at(-1) === '{' ? `"${ELISION}":0` : `"${ELISION}"`;
  });
  return JSON.parse(written) as unknown;
}

/** Where a value differs from what is printed; undefined where it does not. */
export function difference(printed: unknown, actual: unknown, at = '$'): string | undefined {
  if (printed === ELISION) return undefined;
  if (Array.isArray(printed)) return Array.isArray(actual) ? differenceOfLists(printed, actual, at) : `${at} is no list`;
  if (typeof printed === 'object' && printed !== null) return differenceOfObjects(printed as Members, actual, at);
  return Object.is(printed, actual) ? undefined : `${at} is ${JSON.stringify(actual)}, not ${JSON.stringify(printed)}`;
}

type Members = Readonly<Record<string, unknown>>;

function differenceOfObjects({ [ELISION]: elided, ...printed }: Members, actual: unknown, at: string): string | undefined {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return `${at} is no object`;
  const extra = elided === undefined ? Object.keys(actual).filter((name) => !Object.hasOwn(printed, name)) : [];
  if (extra.length > 0) return `${at} has ${extra.join(', ')} too`;
  return first(
    Object.entries(printed).map(
      ([name, value]) =>
        () =>
          difference(value, (actual as Members)[name], `${at}.${name}`),
    ),
  );
}

function differenceOfLists(printed: readonly unknown[], actual: readonly unknown[], at: string): string | undefined {
  const isElided = printed.at(-1) === ELISION;
  const shown = isElided ? printed.slice(0, -1) : printed;
  const isLong = isElided ? actual.length >= shown.length : actual.length === shown.length;
  if (!isLong) return `${at} has ${String(actual.length)} elements`;
  return first(shown.map((value, i) => () => difference(value, actual[i], `${at}[${String(i)}]`)));
}

function first(differences: readonly (() => string | undefined)[]): string | undefined {
  for (const find of differences) {
    const found = find();
    if (found !== undefined) return found;
  }
  return undefined;
}
