import type { VNode } from 'preact';
import type { View } from '../asking/view.js';
import { Told } from './told.js';

/** What an issue is called. @param of null: the negotiation as a whole */
export function IssueTitle({ of, view }: { of: string | null; view: View }): VNode {
  const { negotiation, issues } = view;
  const thing = of === null ? negotiation : issues.find(({ id }) => id === of);
  return <Told text={thing?.title ?? of ?? ''} names={thing?.names} view={view} />;
}
