import type { Day } from '../../vocabulary/day.js';
import type { Difference, Side } from './because.js';
import { absent, type Element, type Place } from './change.js';
import { aged, withoutAge } from './age.js';

/** An element in its place, with the reports that it rests on. */
export interface Placed extends Place, Side {
  readonly element: Element;
}

/** How one element differs between two points, and the key of the part that it is of. */
export interface ElementDifference extends Difference {
  readonly part: string;
  /** D on both sides: ages are counted from it. */
  readonly asOf: { readonly before: Day; readonly after: Day };
}

interface Kept {
  readonly placed: Placed;
  /** D where it was worked out. */
  readonly asOf: Day;
  /** Elements are the same where this is. */
  readonly text: string;
}

/** The state, element by element, each kept under the part that it is of. */
export class Elements {
  private readonly byPart = new Map<string, Map<string, Kept>>();

  /**
   * Puts what a part gives now in the place of what it gave before.
   * @param asOf D on both sides
   * @returns where the two differ, or what they rest on
   */
  replace(part: string, placed: readonly Placed[], asOf: ElementDifference['asOf']): ElementDifference[] {
    const before = this.byPart.get(part) ?? new Map<string, Kept>();
    const after = new Map(placed.map((each) => [placeKey(each), { placed: each, asOf: asOf.after, text: textOf(each, asOf.after) }]));
    if (after.size > 0) this.byPart.set(part, after);
    else this.byPart.delete(part);
    return [...new Map([...before, ...after])].flatMap(([key, { placed: place }]) => {
      const [was, is] = [before.get(key), after.get(key)];
      if (was?.text === is?.text) return [];
      const { issue, path } = place;
      return [{ issue, path, part, asOf, before: sideOf(path, was, asOf.before), after: sideOf(path, is, asOf.after) }];
    });
  }
}

/** What tells a place from all others. */
export function placeKey({ issue, path }: Place): string {
  return `${issue ?? ''} ${path}`;
}

/** Whether an element itself differs on the two sides, by more than an age by which time passed. */
export function isChange({ before, after, asOf }: Pick<ElementDifference, 'before' | 'after' | 'asOf'>): boolean {
  return elementText(before.element, asOf.before) !== elementText(after.element, asOf.after);
}

function sideOf(path: string, kept: Kept | undefined, asOf: Day): Side {
  if (kept === undefined) return { element: absent(path), evidence: [] };
  const { element, evidence } = kept.placed;
  return { element: aged(element, asOf - kept.asOf), evidence };
}

function textOf({ element, evidence }: Placed, asOf: Day): string {
  return `${elementText(element, asOf)} ${evidence.join(' ')}`;
}

function elementText(element: Element | null, asOf: Day): string {
  return JSON.stringify(withoutAge(element, asOf));
}
