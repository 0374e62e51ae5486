/** The cells of a matrix: each leads to what there is to see of it, silence too. */
export const CELLS = '.matrix td > a';
