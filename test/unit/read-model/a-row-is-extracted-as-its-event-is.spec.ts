import { type EventValues, rowOf, sealIn, toRecordedEvent } from '../../../src/event-store/sqlite/event-row.js';
import { Extracts } from '../../../src/read-model/extracting/extracts.js';
import { OP } from '../../../src/read-model/extracting/extract-form.js';

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

const row = (metadata: string, data = JSON.stringify(SOURCE), type = 'SourceDefined'): EventValues => [
  7,
  'event-7',
  'source-peace.article-1',
  0,
  type,
  data,
  metadata,
  METADATA.recordedAt,
];

const asRow = (values: EventValues): object => {
  const extracts = new Extracts();
  extracts.addRow(values);
  return extracts.hand();
};
const asEvent = (values: EventValues): object => {
  const extracts = new Extracts();
  extracts.add(toRecordedEvent(rowOf(values)));
  return extracts.hand();
};

it.each<[string, EventValues]>([
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
  ['with metadata of which a part is no JSON', row(AS_WRITTEN.replace('"desk"', 'desk'))],
  ['with metadata in which a line breaks within a text', row(AS_WRITTEN.replace('desk', 'de\nsk'))],
  ['of a version that is not known', row(JSON.stringify({ ...METADATA, version: 9 }))],
  ['of a version that is none', row(JSON.stringify({ ...METADATA, version: '1' }))],
  ['with metadata that are no JSON', row('none')],
  ['with data that are no JSON', row(AS_WRITTEN, 'none')],
  ['with an id that is none', row(AS_WRITTEN, JSON.stringify({ ...SOURCE, id: 'article 1' }))],
  ['of a type that is not known', row(AS_WRITTEN, '{}', 'Unknown')],
])('a row %s', (_, values) => {
  expect(asRow(values)).toEqual(asEvent(values));
});

it('what the program writes need not be read as a whole', () => {
  expect(sealIn(AS_WRITTEN)).toEqual({ recordedAt: METADATA.recordedAt, version: 1, sha256: HASH });
});

it('what cannot be read goes as it is, and leaves nothing else behind', () => {
  const extracts = new Extracts();
  extracts.addRow(row(AS_WRITTEN, JSON.stringify({ ...SOURCE, id: 'article 1' })));
  const { numbers, bytes, others } = extracts.hand();
  expect([...numbers].slice(0, 2)).toEqual([OP.other, 7]);
  expect(bytes).toHaveLength(0);
  expect(others).toHaveLength(1);
});
