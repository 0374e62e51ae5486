import { absent, type Element, type Place } from './change.js';

/** An element in its place. */
export interface Placed extends Place {
  readonly element: Element;
}

/** How one element changed, and the key of the subject that it is of. */
export interface ElementChange extends Place {
  readonly subject: string;
  readonly before: Element | null;
  readonly after: Element | null;
}

interface Kept {
  readonly placed: Placed;
  /** Elements are the same where their JSON is. */
  readonly text: string;
}

/** The state, element by element, each kept under the subject that it is of. */
export class Elements {
  private readonly bySubject = new Map<string, Map<string, Kept>>();

  /** Puts what a subject gives now in the place of what it gave before. @returns where the two differ */
  replace(subject: string, placed: readonly Placed[]): ElementChange[] {
    const before = this.bySubject.get(subject) ?? new Map<string, Kept>();
    const after = new Map(placed.map((each) => [placeKey(each), { placed: each, text: JSON.stringify(each.element) }]));
    if (after.size > 0) this.bySubject.set(subject, after);
    else this.bySubject.delete(subject);
    const places = new Map([...before, ...after]);
    return [...places].flatMap(
      ([
        key,
        {
          placed: { issue, path },
        },
      ]) => {
        const was = before.get(key);
        const is = after.get(key);
        if (was?.text === is?.text) return [];
        return [{ issue, path, subject, before: was?.placed.element ?? absent(path), after: is?.placed.element ?? absent(path) }];
      },
    );
  }
}

/** What tells a place from all others. */
export function placeKey({ issue, path }: Place): string {
  return `${issue ?? ''} ${path}`;
}
