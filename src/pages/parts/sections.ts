/** The views of a negotiation that every page leads to: the word for each, and where it is below `/n/{n}`. */
export const SECTIONS = [
  { name: 'overview', page: '' },
  { name: 'changes', page: 'changes' },
  { name: 'timeline', page: 'timeline' },
  { name: 'meetings', page: 'meetings' },
  { name: 'plans', page: 'plans' },
  { name: 'parties', page: 'parties' },
  { name: 'sources', page: 'sources' },
] as const;

export type Section = (typeof SECTIONS)[number]['name'];
