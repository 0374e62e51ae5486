import type { VisibleReport } from '../rules/scene.js';
import type { At } from '../vocabulary/axes.js';
import { type Pace, PAGE_SIZE } from './paced.js';
import { SceneReader } from './scene-reader.js';
import type { FileInUse } from './sights-reader.js';

/** Starts a way with the state at a point: every report that is visible there is named once. It takes as long as they are many. */
export async function startWithState(
  way: { startWith(reports: readonly VisibleReport[]): void },
  source: FileInUse,
  negotiation: string,
  at: At,
  pace: Pace,
): Promise<void> {
  let after = '';
  for (;;) {
    const page = new SceneReader(source.rows, negotiation, at).page(after, PAGE_SIZE);
    way.startWith(page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_SIZE) return;
    after = last.id;
    await pace.worked();
  }
}
