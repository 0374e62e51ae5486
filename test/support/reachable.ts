/** All objects that can be reached from one, itself included. @param isOutside what lies behind these is not counted */
export function reachableFrom(start: object, isOutside: (value: object) => boolean): Set<object> {
  const found = new Set<object>();
  const left: unknown[] = [start];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null || found.has(value) || isOutside(value)) continue;
    found.add(value);
    left.push(...(Object.values(value) as unknown[]));
    if (value instanceof Map) left.push(...value.keys(), ...(value.values() as Iterable<unknown>));
    if (value instanceof Set) left.push(...(value.values() as Iterable<unknown>));
  }
  return found;
}
