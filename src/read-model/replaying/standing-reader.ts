import { isRemoved, versionInForce } from '../../rules/in-force.js';
import type { Standing } from '../../rules/replay/amended.js';
import { occurredWindow } from '../../rules/visibility.js';
import type { At } from '../../vocabulary/axes.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { sameContent } from '../../vocabulary/same-content.js';
import { amendmentOf } from '../extracting/amendment-of.js';
import { RegistryReader } from '../reading/registry-reader.js';
import { removalRecords, reportVersions } from '../reading/report-record.js';
import type { ReadModelFile } from '../tables/read-model-file.js';

/** What counts of a report at a point, visible or not; undefined where it is not recorded. */
export function standingOf(file: ReadModelFile, negotiation: string, report: string, at: At): Standing | undefined {
  const { knownBy, recordedBy } = at;
  const versions = reportVersions(file, negotiation, report, recordedBy);
  const corrections = versions.slice(1).flatMap(({ reason, published }) => (reason === null ? [] : [amendmentOf({ reason, published })]));
  const content = versions[versionInForce(corrections, knownBy)]?.content;
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
    version: versions.findIndex((version) => sameContent(version.content, content)),
    isRetracted: isRemovedNow('report', report),
    source: content.source.id,
    isWithdrawn: isRemovedNow('source', content.source.id),
    publishedAsWritten: publishedDate.edtf,
    occurred: occurredWindow(content.occurred && windowOf(content.occurred.edtf), published),
    published,
  };
}

function sourceOf(file: ReadModelFile, negotiation: string, id: string, recordedBy: At['recordedBy']) {
  const source = new RegistryReader(file, negotiation, recordedBy).entry('source', id);
  if (source === undefined) throw new Error(`the source ${id} is not recorded before what names it`);
  return source.entry;
}
