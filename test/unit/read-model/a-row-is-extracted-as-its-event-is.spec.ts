import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import { Changes } from '../../../src/event-store/sqlite/changes.js';
import { toRecordedEvent } from '../../../src/event-store/sqlite/event-row.js';
import { TABLES_OF_LOG } from '../../../src/event-store/sqlite/log-file.js';
import { LogReading } from '../../../src/event-store/sqlite/log-reading.js';
import type { UnreadEvent } from '../../../src/event-store/unread-event.js';
import { OP } from '../../../src/read-model/extracting/extract-form.js';
import { Extracts } from '../../../src/read-model/extracting/extracts.js';
import { ReportsInBytes } from '../../../src/read-model/extracting/report-in-bytes.js';
import { REPORT_TYPES } from '../../../src/vocabulary/events/report-content.js';
import { golden } from '../../support/golden.js';
import { holds } from '../../support/property.js';

const HASH = 'a1'.repeat(32);
const METADATA = {
  recordedAt: '2026-01-05T10:00:00.000Z',
  postedBy: 'desk',
  correlationId: 'c',
  causationId: 'd',
  version: 1,
  streamSha256: null,
  logSha256: 'b2'.repeat(32),
  sha256: HASH,
};
const SOURCE = {
  negotiation: 'peace',
  id: 'article-1',
  entry: { title: 'An article', published: { edtf: '2026-01-04', phrase: null, basis: 'explicit', anchor: null, note: null } },
};
const AS_WRITTEN = JSON.stringify(METADATA);

interface Texts {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const row = (metadata: string, data = JSON.stringify(SOURCE), type = 'SourceDefined'): Texts => ({ type, data, metadata });

/** Far apart, so that few are read at a time. */
const APART = 200;
const LAST = 1_000_000;

/** A log of these rows alone, from position 7 on. */
class SmallLog implements Disposable {
  private readonly file = new DatabaseSync(':memory:');
  private readonly reading: LogReading;

  constructor(rows: readonly Texts[]) {
    this.file.exec(TABLES_OF_LOG);
    this.reading = new LogReading(this.file, new Changes());
    const insert = this.file.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const [i, { type, data, metadata }] of rows.entries())
      insert.run(i * APART + 7, `event-${String(i)}`, `source-peace.ä-${String(i)}`, 0, type, data, metadata, METADATA.recordedAt);
  }

  unread(): UnreadEvent[] {
    const unread: UnreadEvent[] = [];
    for (
      let more = this.reading.unreadBetween(0, LAST);
      more.length > 0;
      more = this.reading.unreadBetween(unread.at(-1)?.position ?? LAST, LAST)
    )
      unread.push(...more);
    return unread;
  }

  recorded(): RecordedEvent[] {
    return (this.file.prepare('SELECT * FROM event ORDER BY position').all() as unknown as Parameters<typeof toRecordedEvent>[0][]).map(
      toRecordedEvent,
    );
  }

  [Symbol.dispose](): void {
    this.file.close();
  }
}

function extracted(rows: readonly Texts[]): { readonly asRows: object; readonly asEvents: object } {
  using log = new SmallLog(rows);
  const [asRows, asEvents] = [new Extracts(), new Extracts()];
  for (const event of log.unread()) asRows.addUnread(event);
  for (const event of log.recorded()) asEvents.add(event);
  return { asRows: asRows.hand(), asEvents: asEvents.hand() };
}

const REPORTS = REPORT_TYPES.map((type) => row(AS_WRITTEN, JSON.stringify(golden(type).data), type));

it.each<[string, Texts]>([
  ['as the program writes it', row(AS_WRITTEN)],
  ['with an escape in a name', row(JSON.stringify({ ...METADATA, postedBy: 'a "desk"' }))],
  ['with its version in a name', row(JSON.stringify({ ...METADATA, postedBy: '","version":9,"x":"' }))],
  ['with something within', row(JSON.stringify({ ...METADATA, postedBy: { version: 9 } }))],
  ['with a version twice', row(AS_WRITTEN.replace('"version":1', '"version":9,"version":1'))],
  ['with an instant twice', row(AS_WRITTEN.replace('"version"', '"recordedAt":"2020-01-01T00:00:00.000Z","version"'))],
  ['with no hash', row(JSON.stringify({ ...METADATA, sha256: undefined }))],
  ['with a hash that is none', row(JSON.stringify({ ...METADATA, sha256: 'x'.repeat(64) }))],
  ['with something behind its hash', row(AS_WRITTEN.replace(/\}$/, ',"more":"x"}'))],
  ['with a day in the place of its instant', row(JSON.stringify({ ...METADATA, recordedAt: '2026-01-05', postedBy: '' }))],
  ['with an instant that is none', row(JSON.stringify({ ...METADATA, recordedAt: '2026-13-05T10:00:00.000Z' }))],
  ['with the end of a day as its instant', row(JSON.stringify({ ...METADATA, recordedAt: '2026-01-05T24:00:00.000Z' }))],
  ['with metadata of which a part is no JSON', row(AS_WRITTEN.replace('"desk"', 'desk'))],
  ['with metadata in which a line breaks within a text', row(AS_WRITTEN.replace('desk', 'de\nsk'))],
  ['with metadata that are cut off', row(AS_WRITTEN.slice(0, -80))],
  ['of a version that is not known', row(JSON.stringify({ ...METADATA, version: 9 }))],
  ['of a version that is none', row(JSON.stringify({ ...METADATA, version: '1' }))],
  ['with metadata that are no JSON', row('none')],
  ['with data that are no JSON', row(AS_WRITTEN, 'none')],
  ['with an id that is none', row(AS_WRITTEN, JSON.stringify({ ...SOURCE, id: 'article 1' }))],
  ['of a type that is not known', row(AS_WRITTEN, '{}', 'Unknown')],
])('a row %s', (_, texts) => {
  const { asRows, asEvents } = extracted([texts, ...REPORTS, texts]);
  expect(asRows).toEqual(asEvents);
});

it('a report is read from its bytes, in whatever order its members stand', () => {
  using log = new SmallLog([...REPORTS, ...REPORTS.map((texts) => ({ ...texts, data: inReverse(texts.data) }))]);
  const reports = new ReportsInBytes();
  for (const { type, data } of log.unread()) expect(reports.read(type as (typeof REPORT_TYPES)[number], data)?.content.type).toBe(type);
});

it('a report is extracted from its bytes as from its event, whatever is changed in it', async () => {
  const text = fc.oneof(
    fc.constantFrom('"', '\\', '\\n', '\\u12', 'null', '[]', '{}', ',', ':', ' ', '\n', 'Σ', 'İ', 'Я', 'ẞ', '😀', 'Ü', ''),
    fc.string(),
  );
  const change = fc.record({ at: fc.nat(), length: fc.constantFrom(0, 0, 1, 4), by: text });
  const changed = fc.tuple(fc.constantFrom(...REPORTS), fc.array(change, { maxLength: 3 }), fc.boolean());
  const property = fc.asyncProperty(fc.array(changed, { minLength: 1, maxLength: 8 }), async (all) => {
    const rows = all.map(([report, changes, isReverse]) => {
      const start = isReverse ? inReverse(report.data) : report.data;
      const data = changes.reduce((json, { at, length, by }) => {
        const place = at % json.length;
        return json.slice(0, place) + by + json.slice(place + length);
      }, start);
      return { ...report, data };
    });
    const { asRows, asEvents } = extracted(rows);
    expect(asRows).toEqual(asEvents);
  });
  await holds(property, { numRuns: 500 });
});

it('a summary in whatever letters is extracted from its bytes as from its event', async () => {
  const report = golden('PositionStated').data;
  const property = fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme' }), async (summary, id) => {
    const { asRows, asEvents } = extracted(
      [summary, id].map((one) => row(AS_WRITTEN, JSON.stringify({ ...report, summary: one }), 'PositionStated')),
    );
    expect(asRows).toEqual(asEvents);
  });
  await holds(property, { numRuns: 300 });
});

it('what cannot be read goes as it is, and leaves nothing else behind', () => {
  using log = new SmallLog([row(AS_WRITTEN, JSON.stringify({ ...SOURCE, id: 'article 1' }))]);
  const extracts = new Extracts();
  for (const event of log.unread()) extracts.addUnread(event);
  const { numbers, bytes, others } = extracts.hand();
  expect([...numbers].slice(0, 2)).toEqual([OP.other, 7]);
  expect(bytes).toHaveLength(0);
  expect(others).toHaveLength(1);
});

it('of a log with a gap all is read, and no more than is asked for', () => {
  using log = new SmallLog(REPORTS);
  expect(log.unread().map(({ position, id, stream }) => [position, id, stream])).toEqual(
    log.recorded().map(({ position, id, stream }) => [Number(position), id, stream]),
  );
});

/** The same JSON, the members of each object in reverse. */
function inReverse(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
  );
}
