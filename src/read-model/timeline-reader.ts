import type { VisibleReport } from '../rules/scene.js';
import { axesValues, visible } from './axes-filter.js';
import { numberOfName } from './names.js';
import type { NamedValues } from './read-model-file.js';
import type { SceneReader } from './scene-reader.js';

/** The strongest visible report of a negotiation: design 4, "Order". */
export function latestReport(reader: SceneReader): VisibleReport | undefined {
  const row = reader.file.getBy<{ id: string }>(
    `SELECT r.id FROM timeline l CROSS JOIN report r WHERE l.negotiation = $n AND ${visible('l')} AND r.report = l.report
     ORDER BY l.o_lo DESC, l.o_hi DESC, l.p_hi DESC, l.report DESC LIMIT 1`,
    valuesOf(reader),
  );
  return row && reader.report(row.id);
}

/** How many reports of a negotiation are visible. */
export function reportCount(reader: SceneReader): number {
  const sql = `SELECT count(*) AS count FROM timeline l WHERE l.negotiation = $n AND ${visible('l')}`;
  return reader.file.getBy<{ count: number }>(sql, valuesOf(reader))?.count ?? 0;
}

function valuesOf({ file, negotiation, at }: SceneReader): NamedValues {
  return { ...axesValues(at), $n: numberOfName(file, negotiation, 'negotiation', negotiation) ?? null };
}
