import type { IssueState } from '../asking/shapes.js';
import { titledIn } from '../asking/named.js';
import type { Tracker } from '../asking/tracker.js';
import type { View } from '../asking/view.js';

/** The state of an issue, its title and its propositions in the language of the reader as far as the registry tells them in it. */
export async function stateInLanguage(state: IssueState, { n, fixed, reader: { language } }: View, tracker: Tracker): Promise<IssueState> {
  const names = await tracker.propositionNames(n, state.id, fixed);
  const said = <T extends { readonly proposition: string; readonly text: string }>(told: T): T => ({
    ...told,
    text: names.get(told.proposition)?.[language] ?? told.text,
  });
  return {
    ...titledIn(language, state),
    children: state.children.map((child) => titledIn(language, child)),
    targets: state.targets.map(said),
    stances: state.stances.map((stance) => ('proposition' in stance.target ? { ...stance, target: said(stance.target) } : stance)),
  };
}
