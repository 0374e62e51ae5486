/** The views of a negotiation that every page leads to: the word for each, and where it is below `/n/{n}`. */
export const SECTIONS = [{ name: 'overview', page: '' }] as const;

export type Section = (typeof SECTIONS)[number]['name'];
