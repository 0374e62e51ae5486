import { isRemoved, versionInForce } from '../../rules/in-force.js';
import type { Standing } from '../../rules/replay/amended.js';
import { occurredWindow } from '../../rules/visibility.js';
import type { At } from '../../vocabulary/axes.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { amendmentOf } from '../extracting/amendment-of.js';
import { laterOf } from '../reading/later.js';
import type { Index } from '../reading/opened-lists.js';
import { RegistryReader } from '../reading/registry-reader.js';
import { removalRecords, reportVersions } from '../reading/report-record.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { SCOPE } from '../tables/scopes.js';

/** What counts of a report at a point, visible or not; undefined where it is not recorded. */
export function standingOf(file: ReadModelFile, negotiation: string, report: string, at: At): Standing | undefined {
  const { knownBy, recordedBy } = at;
  const versions = reportVersions(file, negotiation, report, recordedBy);
  const corrections = versions.slice(1).flatMap(({ reason, published }) => (reason === null ? [] : [amendmentOf({ reason, published })]));
  const version = versionInForce(corrections, knownBy);
  const content = versions[version]?.content;
  if (content === undefined) return undefined;
  const { published: publishedDate } = sourceOf(file, negotiation, content.source.id, recordedBy);
  const isRemovedNow = (subject: 'report' | 'source', id: string): boolean => {
    const removals = removalRecords(file, subject, negotiation, id, recordedBy);
    return isRemoved(
      removals.map(({ kind, ...removal }) => ({ ...amendmentOf(removal), takesBack: kind === 'reinstatement' || kind === 'readmission' })),
      knownBy,
    );
  };
  const published = windowOf(publishedDate.edtf);
  return {
    at,
    version,
    isRetracted: isRemovedNow('report', report),
    source: content.source.id,
    isWithdrawn: isRemovedNow('source', content.source.id),
    publishedAsWritten: publishedDate.edtf,
    occurred: occurredWindow(content.occurred && windowOf(content.occurred.edtf), published),
    published,
  };
}

/** Whether anything was recorded up to an event that may make a report count otherwise at one point than at another, but for time. */
export function mayBeAmended(index: Index, negotiation: string, report: string, r: number): boolean {
  const number = index.reportNumber(negotiation, report, r);
  if (number === undefined) return false;
  if (laterOf(index, SCOPE.report, number, r).length > 0) return true;
  const source = index.names.numberOf('source', negotiation, index.content(number).source.id);
  if (source === undefined) return false;
  return laterOf(index, SCOPE.source, source, r).length > 0 || index.lists.numbers(LIST_KINDS.versions, source, r).length > 0;
}

function sourceOf(file: ReadModelFile, negotiation: string, id: string, recordedBy: At['recordedBy']) {
  const source = new RegistryReader(file, negotiation, recordedBy).entry('source', id);
  if (source === undefined) throw new Error(`the source ${id} is not recorded before what names it`);
  return source.entry;
}
