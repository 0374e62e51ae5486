import type { View } from '../asking/view.js';
import { languageOfText } from '../parts/told.js';

/** By what a timeline has lanes. */
export const LANES = ['issue', 'party', 'source'] as const;
export type LanesBy = (typeof LANES)[number];

/** What a lane is called, and in which language where that is another one than that of the page. */
export interface LaneTitle {
  readonly text: string;
  readonly lang?: string | undefined;
}

/** @param id undefined: of what is of none */
export function laneTitle(lanes: LanesBy, id: string | undefined, view: View): LaneTitle {
  const { words, language } = view.reader;
  if (id === undefined) return { text: lanes === 'party' ? words.noParty : words.noIssue };
  if (lanes === 'issue') {
    const issue = view.issues.find((one) => one.id === id);
    return { text: issue?.title ?? id, lang: languageOfText(view, issue?.names) };
  }
  if (lanes === 'party') {
    const party = view.names.all.find((one) => one.id === id);
    return { text: party?.name ?? id, lang: languageOfText(view, party?.names) };
  }
  const source = view.sources.find(id);
  const written = source?.language ?? undefined;
  return { text: source?.headline ?? id, lang: written === language ? undefined : written };
}
