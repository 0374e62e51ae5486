import morphdom from 'morphdom';
import { CELLS } from './cells.js';
import { enhance } from './enhance.js';

/**
 * Puts a page that was fetched in place of the one that is shown. What is the same stays where it is, so that what has the focus
 * keeps it; where it is gone, the nearest thing that is left gets it.
 * @param focused the id of what shall have the focus behind it
 */
export function swap(page: Document, focused?: string): void {
  const before = new Map(cellsOf(document));
  const held = document.activeElement;
  enhance(page);
  morphdom(document.body, page.body, { onBeforeElUpdated: isToBeUpdated });
  document.title = page.title;
  for (const [id, text] of before.size > 0 ? cellsOf(document) : []) {
    if (before.get(id) !== text) document.getElementById(id)?.classList.add('changed');
  }
  keepFocus(held, focused);
}

/** Only the content, while the hand is on the handle: the time bar follows the hand. */
export function preview(page: Document): void {
  const [now, then] = [document.querySelector('main'), page.querySelector('main')];
  if (now === null || then === null) return;
  enhance(page);
  morphdom(now, then, { onBeforeElUpdated: isToBeUpdated });
}

/** A page that was fetched, as a document. */
export function parsed(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/html');
}

/** What the reader opened stays open, what he types stays typed, and what the script told stays told. */
function isToBeUpdated(now: HTMLElement, then: HTMLElement): boolean {
  if (now.id === 'told' || now.classList.contains('speed')) return false;
  if (now instanceof HTMLDetailsElement && now.open) then.setAttribute('open', '');
  return !(now === document.activeElement && now instanceof HTMLInputElement && now.type !== 'radio');
}

function cellsOf(root: Document): [string, string][] {
  return [...root.querySelectorAll(CELLS)].map((cell) => [cell.id, cell.textContent]);
}

function keepFocus(held: Element | null, focused: string | undefined): void {
  const wanted = focused === undefined ? null : document.getElementById(focused);
  if (wanted !== null) wanted.focus();
  else if (held !== null && held !== document.body && document.activeElement !== held) {
    (document.getElementById(held.id) ?? document.getElementById('main'))?.focus();
  }
}
