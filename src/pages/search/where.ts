import { EntryQuery } from '../../queries/entries/entries.query.js';
import type { Tracker } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import type { Hit } from './found.js';

/** Where hits lead, by kind and id. */
export async function whereOf(hits: readonly Hit[], view: View, tracker: Tracker): Promise<Map<Hit, string>> {
  return new Map(await Promise.all(hits.map(async (hit): Promise<[Hit, string]> => [hit, await placeOf(hit, view, tracker)])));
}

/** The page on which it is told of. A proposition stands on the page of its issue, and a person is who reports name. */
async function placeOf({ type, id }: Hit, { n, links, fixed }: View, tracker: Tracker): Promise<string> {
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
    case 'proposition': {
      const { issue } = await tracker.ask<{ readonly issue: string }>(new EntryQuery(n, 'proposition', id, fixed));
      return `${links.issue(issue, { more: 'all' })}#on-${id}`;
    }
    default:
      return links.report(id);
  }
}
