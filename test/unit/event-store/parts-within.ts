/** The class names of the parts of a value, by their path; what is a plain object or a list has none. */
export function classesWithin(value: object, path: readonly string[] = []): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    if (typeof part !== 'object' || part === null) continue;
    const at = [...path, key];
    const name = part.constructor.name;
    if (name !== 'Object' && name !== 'Array') found[at.join('.')] = name;
    Object.assign(found, classesWithin(part, at));
  }
  return found;
}

/** The paths of all that is null or an empty list. */
export function emptyWithin(value: object, path: readonly string[] = []): string[] {
  return (Object.entries(value) as [string, unknown][]).flatMap(([key, part]) => {
    const at = [...path, key];
    if (part === null || (Array.isArray(part) && part.length === 0)) return [at.join('.')];
    return typeof part === 'object' ? emptyWithin(part, at) : [];
  });
}
