import { tellsOtherwise } from '../../rules/content-in-force.js';
import { amendedBetween } from '../../rules/replay/amended.js';
import { type Change, reportCause } from '../../rules/replay/change.js';
import type { Journey } from '../../rules/replay/journey.js';
import { NetChanges } from '../../rules/replay/net-changes.js';
import { NOTHING_VISIBLE } from '../../rules/replay/view.js';
import { batchesOf } from './replay-reader.js';
import { type FileInUse, SightsReader } from './sights-reader.js';

/** What changed between the ends of a way, net. @throws QuestionDropped, QuestionTooDear on the way */
export async function netChangesOf(source: FileInUse, negotiation: string, journey: Journey): Promise<Change[]> {
  const { issue, start, end } = journey;
  const net = new NetChanges();
  for await (const { differences } of batchesOf(source, negotiation, journey)) {
    for (const move of differences) if (issue === null || move.issue === issue) net.add(move);
  }
  const atStart = start === null ? NOTHING_VISIBLE : new SightsReader(source, negotiation, start);
  const atEnd = new SightsReader(source, negotiation, end);
  return net.items(
    { before: (start ?? end).asOf, after: end.asOf },
    (report) => tellsOtherwise(atStart.report(report), atEnd.report(report)),
    (report) => reportCause(report, amendedBetween(atStart.standing(report), atEnd.standing(report))),
  );
}
