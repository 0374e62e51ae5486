import { compare } from '../vocabulary/compare.js';
import { axesValues, visible } from './axes-filter.js';
import type { SceneReader } from './scene-reader.js';

/** The ids of a kind that visible reports name, in order. */
export function namedIds({ file, negotiation, at }: SceneReader, kind: 'meeting' | 'plan'): string[] {
  const rows = file.allBy<{ id: string }>(
    `SELECT n.id FROM name n WHERE n.negotiation = $negotiation AND n.kind = $kind AND EXISTS (
       SELECT 1 FROM mention m CROSS JOIN in_force f WHERE m.name = n.key AND f.content = m.content AND ${visible('f')})`,
    { ...axesValues(at), $negotiation: negotiation, $kind: kind },
  );
  return rows.map(({ id }) => id).sort(compare);
}
