import { firstNotBelow } from './halving.js';
import type { Seen } from './counted-contents.js';
import type { QuestionTurns } from './question-turns.js';
import { firstAlongLog } from './report-axes.js';
import type { ReportsAsked } from './reports-asked.js';
import type { SceneReader } from './scene-reader.js';

/**
 * What is seen of some contents in the order in which their reports were first recorded, looked up as it is asked for: a content that
 * recorded a report stands where it was recorded, only corrections are put in order before.
 * @param contents by their numbers
 * @returns undefined in it: what stands there is not seen
 */
export async function contentsAlongLog(
  reader: SceneReader,
  contents: Int32Array,
  { asked, behind }: { readonly asked: Pick<ReportsAsked, 'positions'>; readonly behind: Seen | undefined },
  turns: QuestionTurns,
): Promise<Iterable<Seen | undefined>> {
  const { index, point } = reader;
  const first = firstAlongLog(index, asked.positions, behind);
  const later = await turns.filter(contents, (content) => !index.isReport(content));
  const corrections = later.flatMap((content) => index.counted.of(content, point) ?? []).filter(({ report }) => report >= first);
  return merged(
    reader,
    contents.subarray(firstNotBelow(contents, first)),
    corrections.sort((a, b) => a.report - b.report),
  );
}

function* merged({ index, point }: SceneReader, contents: Int32Array, corrections: readonly Seen[]): Generator<Seen | undefined> {
  const left = corrections.values();
  let { value: correction } = left.next();
  for (const content of contents) {
    const seen = index.isReport(content) ? index.counted.of(content, point) : undefined;
    for (; seen !== undefined && correction !== undefined && correction.report < seen.report; correction = left.next().value)
      yield correction;
    yield seen;
  }
  if (correction !== undefined) yield correction;
  yield* left;
}
