/** What the operations of each tag are about. */
export const TAGS: Readonly<Record<string, string>> = {
  negotiations: 'What is negotiated, as a whole.',
  issues: 'What is negotiated, one by one: how each issue stands at a point on the three axes of time.',
  stances: 'Who holds what on which proposition or plan.',
  plans: 'The versions of texts, and how one revises another.',
  meetings: 'Meetings that were announced, moved, cancelled or held.',
  reports: 'What was reported: each report, its versions, and what amends it.',
  search: 'What is called by some words, or tells them.',
  registry: 'The entries that reports refer to.',
  sources: 'What withdraws a source, and takes that back.',
  'changes and replay': 'What changed between two points of an axis, net or step by step, or live.',
  'import and export': 'Many entries at once, in and out.',
  webhooks: 'Other programs that are told of changes.',
  projections: 'How the read model stands to the log.',
  keys: 'Who may do what.',
  health: 'Whether the process lives, and whether it is ready.',
};
