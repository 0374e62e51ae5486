import { type EndOfWindow, WINDOWS_IN_ORDER } from '../../rules/order.js';
import { STATEMENT } from '../tables/list-kinds.js';

const COLUMN_OF: Readonly<Record<EndOfWindow, number>> = { 'O.lo': STATEMENT.oLo, 'O.hi': STATEMENT.oHi, 'P.hi': STATEMENT.pHi };

/** Where a statement stands in the order, the rank left out; days are columns. */
export type PlaceKey = Readonly<Record<EndOfWindow | 'report', number>>;

/** The columns by which the statements of one rank and one weight are in order, as the rule has it, and what each is in a key. */
export const ORDER_OF_STATEMENTS: readonly { readonly column: number; readonly end: keyof PlaceKey }[] = [
  ...WINDOWS_IN_ORDER.map((end) => ({ column: COLUMN_OF[end], end })),
  { column: STATEMENT.report, end: 'report' },
];

/** What begins on a day, or up to it, stands together: lists are dealt out and cut by it. The rule of order has to begin with it. */
export const FIRST_IN_ORDER: 'O.lo' = WINDOWS_IN_ORDER[0];
