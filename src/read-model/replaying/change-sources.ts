import { compare } from '../../vocabulary/compare.js';
import type { Journey } from '../../rules/replay/journey.js';
import { allIds } from '../reading/named-ids.js';
import type { SceneReader } from '../reading/scene-reader.js';

/** What changes come from, compared as one: an issue, or a piece of what stands on the negotiation itself. */
export type ChangeSource =
  | { readonly kind: 'issue'; readonly id: string }
  /** Agreements and blockers of reports that name no issue. */
  | { readonly kind: 'unassigned' }
  | { readonly kind: 'meeting' | 'plan'; readonly id: string }
  /** The stances on all plans. */
  | { readonly kind: 'plans' };

/** What may have changed; all of it where nothing is left out. */
export interface Among {
  readonly issues: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
}

/** All sources in the order of their changes. @param end of the way @param among only these */
export function sourcesOf(end: SceneReader, { issue }: Journey, among: Among | null): ChangeSource[] {
  if (issue !== null) return [{ kind: 'issue', id: issue }];
  const { file, negotiation } = end;
  const issues = among === null ? [...end.entries.ids('issue')] : [...among.issues].sort(compare);
  const named = (kind: 'meeting' | 'plan', some: ReadonlySet<string> | undefined): ChangeSource[] =>
    (some === undefined ? [...allIds(file, negotiation, kind)] : [...some].sort(compare)).map((id) => ({ kind, id }));
  return [
    ...issues.map((id): ChangeSource => ({ kind: 'issue', id })),
    { kind: 'unassigned' },
    ...named('meeting', among?.meetings),
    ...named('plan', among?.plans),
    { kind: 'plans' },
  ];
}

/** Whether a change at a place would come from a source. @param place by `placeKey` */
export function isFrom(source: ChangeSource, place: string): boolean {
  const [issue = '', path = ''] = place.split(' ');
  switch (source.kind) {
    case 'issue':
      return issue === source.id;
    case 'unassigned':
      return issue === '' && /^(agreements|blockers)\//.test(path);
    case 'meeting':
    case 'plan':
      return issue === '' && path === `${source.kind}s/${source.id}`;
    case 'plans':
      return issue === '' && path.startsWith('stances/');
  }
}
