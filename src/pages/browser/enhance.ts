import { CELLS } from './cells.js';

/** A wide matrix is scrolled to the cell whose evidence is open. */
export function showSelected(): void {
  const cell = document.querySelector(`${CELLS}.sel`);
  const scroller = cell?.closest('.scroll');
  if (cell == null || scroller == null) return;
  const [inner, outer] = [cell.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (inner.right > outer.right) scroller.scrollLeft += inner.right - outer.right + 8;
}

/** What script adds to a page before it is shown: without script it would promise what it cannot do. */
export function enhance(page: Document): void {
  const strip = page.querySelector<HTMLElement>('.strip[data-href]');
  if (strip !== null) {
    const { first = '', last = '', day = '', text = '' } = strip.dataset;
    strip.setAttribute('role', 'slider');
    strip.setAttribute('aria-valuemin', first);
    strip.setAttribute('aria-valuemax', last);
    strip.setAttribute('aria-valuenow', day);
    strip.setAttribute('aria-valuetext', text);
  }
  // Of the cells one is reached by the tab key, the others from it by the arrows.
  const cells = page.querySelectorAll(CELLS);
  const reached = page.querySelector(`${CELLS}.sel`) ?? cells[0];
  for (const cell of cells) cell.setAttribute('tabindex', cell === reached ? '0' : '-1');
}
