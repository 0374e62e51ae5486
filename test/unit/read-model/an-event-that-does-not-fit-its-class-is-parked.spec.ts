import type { Json } from '../../../src/event-store/event-store.js';
import { toStoredData } from '../../../src/event-store/typed-event.js';
import { parkedEvents } from '../../../src/read-model/reading/parked-reader.js';
import { reportVersions } from '../../../src/read-model/reading/report-record.js';
import { position, Story } from '../../support/histories-by-hand.js';
import { emptyReadModel, stored, strange } from './files.js';

const R = 1_000n;
const posted = toStoredData(position('strange', 'a', 'demands')) as Record<string, Json>;

/** Reading an event checks no field: what does not fit is met where it is projected. */
const MISFITS: [string, Record<string, Json>][] = [
  ['whose data is null', { data: null }],
  ['whose date is no text', { occurred: { edtf: 5 } }],
  ['whose date is a list', { occurred: [] }],
  ['whose source is null', { source: null }],
  ['whose claim is a text', { claim: 'stated' }],
  ['whose issues are null', { issues: null }],
  ['whose conditions are null', { data: { ...(posted.data as Record<string, Json>), conditions: null } }],
];

it.each(MISFITS)('a report %s', (_, misfit) => {
  const story = new Story();
  const [after] = stored([story.position('after', 'b', 'rejects', { proposition: 'q' })]);
  if (after === undefined) throw new Error('no event');
  using readModel = emptyReadModel();
  readModel.apply([
    ...stored(story.log.slice(0, -1)),
    strange(after.position, { data: { ...posted, ...misfit } }),
    { ...after, position: after.position + 1n },
  ]);
  expect(parkedEvents(readModel.rows)).toMatchObject([{ position: String(after.position), type: 'PositionStated' }]);
  expect(reportVersions(readModel.rows, 'n', 'after', R)).toHaveLength(1);
  expect(reportVersions(readModel.rows, 'n', 'strange', R)).toEqual([]);
});

it.each([...MISFITS, ['that is null', null] as const])('a correction to a content %s', (_, misfit) => {
  const story = new Story();
  story.position('before', 'a', 'demands');
  const [correction] = stored([story.correct('2026-01-09', position('before', 'a', 'rejects'))]);
  if (correction === undefined) throw new Error('no event');
  const data = correction.data as Record<string, Json>;
  const report = misfit && { ...(data.report as Record<string, Json>), ...misfit };
  using readModel = emptyReadModel();
  readModel.apply([...stored(story.log.slice(0, -1)), { ...correction, data: { ...data, report } }]);
  expect(parkedEvents(readModel.rows)).toMatchObject([{ position: String(correction.position), type: 'ReportCorrected' }]);
  expect(reportVersions(readModel.rows, 'n', 'before', R)).toHaveLength(1);
});

const entry = { ...(toStoredData(new Story().source('new', '2026-01-08').event) as Record<string, Json>), id: 'strange' };
const ENTRIES: [string, string, Json][] = ['SourceDefined', 'PlanDefined'].flatMap((type) =>
  [null, 5, {}].map((negotiation): [string, string, Json] => [type, JSON.stringify(negotiation), negotiation]),
);

it.each(ENTRIES)('a %s of the negotiation %s', (type, _, negotiation) => {
  const story = new Story();
  const [after] = stored([story.position('after', 'b', 'rejects', { proposition: 'q' })]);
  if (after === undefined) throw new Error('no event');
  using readModel = emptyReadModel();
  readModel.apply([
    ...stored(story.log.slice(0, -1)),
    strange(after.position, { type, stream: 'source-n.strange', data: { ...entry, negotiation } }),
    { ...after, position: after.position + 1n },
  ]);
  expect(parkedEvents(readModel.rows)).toMatchObject([{ position: String(after.position), type }]);
  expect(reportVersions(readModel.rows, 'n', 'after', R)).toHaveLength(1);
});
