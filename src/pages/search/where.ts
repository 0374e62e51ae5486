import type { Tracker } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import type { Hit } from './found.js';

/** Where hits lead, by kind and id. */
export async function whereOf(hits: readonly Hit[], view: View, tracker: Tracker): Promise<Map<Hit, string>> {
  const propositions = hits.flatMap(({ type, id }) => (type === 'proposition' ? [id] : []));
  const found = await tracker.propositionsOf(view.n, propositions, view.fixed);
  const issues = new Map(found.map(({ id, issue }) => [id, issue]));
  return new Map(hits.map((hit) => [hit, placeOf(hit, view, issues)]));
}

/** The page on which it is told of. A proposition stands on the page of its issue, and a person is who reports name. */
function placeOf({ type, id }: Hit, { links }: View, issues: ReadonlyMap<string, string>): string {
  switch (type) {
    case 'issue':
      return links.issue(id);
    case 'party':
      return links.to(`parties/${encodeURIComponent(id)}`);
    case 'person':
      return links.to('timeline', { person: id });
    case 'plan':
      return `${links.to('plans')}#plan-${id}`;
    case 'meeting':
      return links.meeting(id);
    case 'proposition':
      return `${links.issue(issues.get(id) ?? '', { more: 'all' })}#on-${id}`;
    default:
      return links.report(id);
  }
}
