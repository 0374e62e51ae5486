import { withoutRepeats } from '../order.js';
import type { Side } from './because.js';
import { absent, byPlace, type Place } from './change.js';
import { type ElementDifference, isChange, placeKey } from './elements.js';
import type { ElementOfPart } from './elements-of-state.js';
import type { Part } from './parts.js';

/** How an element differs between two states, and the part that it is of. */
export interface StateDifference extends Omit<ElementDifference, 'part'> {
  readonly part: Part;
}

/**
 * Where two states differ by more than an age by which time passed, in the order of changes.
 * @param asOf D of both
 */
export function differencesBetween(
  before: readonly ElementOfPart[],
  after: readonly ElementOfPart[],
  asOf: ElementDifference['asOf'],
): StateDifference[] {
  const [was, is] = [before, after].map((elements) => new Map(elements.map((element) => [placeKey(element), element])));
  return withoutRepeats([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
    .flatMap((key) => differenceOf(was?.get(key), is?.get(key), asOf))
    .filter(isChange)
    .sort(byPlace);
}

/** Whether a difference is of a stance of one of some parties, or of an agreement that one of them signed. */
export function isOfParties({ part, before, after }: StateDifference, parties: readonly string[]): boolean {
  if (part.kind === 'stance') return parties.includes(part.party);
  return [before, after].some(({ element }) => {
    const isAgreement = typeof element === 'object' && element !== null && 'signatories' in element;
    return isAgreement && element.signatories.some(({ party }) => parties.includes(party));
  });
}

/** What stands at a place, or that nothing does. */
export function sideIn(elements: readonly ElementOfPart[], place: Place): Side {
  const key = placeKey(place);
  return elements.find((element) => placeKey(element) === key) ?? { element: absent(place.path), evidence: [] };
}

function differenceOf(
  before: ElementOfPart | undefined,
  after: ElementOfPart | undefined,
  asOf: ElementDifference['asOf'],
): StateDifference[] {
  const told = after ?? before;
  if (told === undefined) return [];
  const { issue, path, part } = told;
  const nothing: Side = { element: absent(path), evidence: [] };
  return [{ issue, path, part, asOf, before: before ?? nothing, after: after ?? nothing }];
}
