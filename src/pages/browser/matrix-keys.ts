import { CELLS } from './cells.js';

/** Arrows go from cell to cell, Home and End to the ends of a row. Of all cells one is reached by the tab key: the one last had. */
export function walkTheMatrix(): void {
  document.addEventListener('keydown', (event) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>(CELLS) : null;
    if (cell === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = neighbour(cell, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
  document.addEventListener('focusin', (event) => {
    const cell = event.target instanceof Element ? event.target.closest(CELLS) : null;
    if (cell === null) return;
    for (const other of document.querySelectorAll(`${CELLS}[tabindex="0"]`)) other.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
  });
}

function neighbour(cell: HTMLElement, key: string): HTMLElement | undefined {
  const row = cell.closest('tr');
  if (row === null) return undefined;
  const all = [...document.querySelectorAll<HTMLElement>(CELLS)];
  const inRow = cellsIn(row);
  switch (key) {
    // At the end of a row it goes on in the next one: each cell is reached by one key.
    case 'ArrowRight':
      return all[all.indexOf(cell) + 1];
    case 'ArrowLeft':
      return all[all.indexOf(cell) - 1];
    case 'Home':
      return inRow[0];
    case 'End':
      return inRow.at(-1);
    case 'ArrowDown':
      return nearest(cell, row, 1);
    case 'ArrowUp':
      return nearest(cell, row, -1);
    default:
      return undefined;
  }
}

/** Of the next row below or above that has cells the one in the same column, or the nearest to it. */
function nearest(cell: HTMLElement, row: HTMLTableRowElement, direction: 1 | -1): HTMLElement | undefined {
  const rows = [...(row.closest('table')?.rows ?? [])];
  let i = rows.indexOf(row) + direction;
  while (rows[i] !== undefined && cellsIn(rows[i]).length === 0) i += direction;
  const distance = (other: HTMLElement): number => Math.abs(columnOf(other) - columnOf(cell));
  return cellsIn(rows[i]).sort((a, b) => distance(a) - distance(b))[0];
}

function columnOf(cell: HTMLElement): number {
  return cell.closest('td')?.cellIndex ?? 0;
}

function cellsIn(row: HTMLTableRowElement | undefined): HTMLElement[] {
  return row === undefined ? [] : [...row.querySelectorAll<HTMLElement>('td > a')];
}
