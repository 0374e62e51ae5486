import { titledIn } from '../asking/named.js';
import type { IssueState } from '../asking/issue-shapes.js';
import type { Stance } from '../asking/stance-shapes.js';
import type { Language } from '../words/languages.js';

/** The state of an issue, its title and its propositions in the language of the reader as far as the registry tells them in it. */
export function stateInLanguage(language: Language, state: IssueState): IssueState {
  return {
    ...titledIn(language, state),
    children: state.children.map((child) => titledIn(language, child)),
    stances: state.stances.map((stance) => heldIn(language, stance)),
    meetings: state.meetings.map((meeting) => titledIn(language, meeting)),
    plans: state.plans.map((plan) => titledIn(language, plan)),
  };
}

/** What is held, or was held, on a proposition in the language of the reader. */
export function heldIn<T extends Pick<Stance, 'target'>>(language: Language, held: T): T {
  const { target } = held;
  if (!('proposition' in target)) return held;
  return { ...held, target: { ...target, text: target.names?.[language] ?? target.text } };
}
