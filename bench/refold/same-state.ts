import type { IssueState } from '../../src/rules/issue-state.js';

/**
 * Whether an answer of the service says what the rules say. It says more: at which point it stands, what the children are, and
 * whether it is degraded.
 */
export function isSameState(answer: IssueState, state: IssueState | undefined): boolean {
  const { at: _, children: __, degraded: ___, ...rest } = answer as IssueState & Record<'at' | 'children' | 'degraded', unknown>;
  return JSON.stringify(rest) === JSON.stringify(state);
}
