import type { Json, RecordedEvent } from '../../../src/event-store/event-store.js';
import { toStoredData } from '../../../src/event-store/typed-event.js';
import { indexOf } from '../../../src/read-model/reading/opened-lists.js';
import { degradedIssues, parkedEvents } from '../../../src/read-model/reading/parked-reader.js';
import { reportVersions } from '../../../src/read-model/reading/report-record.js';
import { SceneReader } from '../../../src/read-model/reading/scene-reader.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { on, position, Story } from '../../support/histories-by-hand.js';
import { emptyReadModel, stored, strange } from './files.js';

const R = 1_000n;
const posted = toStoredData(position('strange', 'a', 'demands')) as Record<string, Json>;
const brokenDate = { edtf: '2025-02-30', phrase: null, basis: 'explicit', anchor: null, note: null };

/** The registry of a story and its report `before`, then the event, then the report `after`. */
function around(event: (position: bigint) => RecordedEvent): RecordedEvent[] {
  const story = new Story();
  story.position('before', 'a', 'demands', { source: 'late' });
  const before = stored(story.log);
  const [after] = stored([story.position('after', 'b', 'rejects', { proposition: 'q' })]);
  if (after === undefined) throw new Error('no event');
  return [...before, event(after.position), { ...after, position: after.position + 1n }];
}

const CASES: readonly [string, (position: bigint) => RecordedEvent, RegExp, issues: string[]][] = [
  [
    'of an unknown type',
    (at) => strange(at, { type: 'PositionDoubted', data: { issues: ['i'] } }),
    /"PositionDoubted" is not known/,
    ['i'],
  ],
  ['of a type that is a name of every object', (at) => strange(at, { type: 'constructor', data: {} }), /"constructor" is not known/, []],
  ['of an unknown version', (at) => strange(at, { version: 2, data: posted }), /version 2 of PositionStated/, ['i']],
  ['with a date that does not exist', (at) => strange(at, { data: { ...posted, occurred: brokenDate } }), /2025-02-30/, ['i']],
  ['that names a source which is not there', (at) => strange(at, { data: { ...posted, source: { id: 'gone' } } }), /source gone/, ['i']],
  ['whose data is a text', (at) => strange(at, { data: 'broken {' }), /not an object/, []],
  ['whose data is null', (at) => strange(at, { data: null }), /not an object/, []],
  ['that misses what it needs', (at) => strange(at, { data: { negotiation: 'n', id: 'strange', issues: ['i'] } }), /./, ['i']],
  [
    'that retracts a report on a date that does not exist',
    (at) =>
      strange(at, {
        stream: 'report-n.before',
        type: 'ReportRetracted',
        data: { negotiation: 'n', id: 'before', reason: 'source', published: brokenDate, note: null },
      }),
    /2025-02-30/,
    ['i'],
  ],
  [
    'that withdraws the source of a report in a version not known',
    (at) => strange(at, { stream: 'source-n.late', type: 'SourceWithdrawn', version: 2, data: { negotiation: 'n', id: 'late' } }),
    /version 2/,
    ['i'],
  ],
];

describe('an event', () => {
  it.each(CASES)('%s is parked, its issue is degraded, and all others go on', (_, event, error, issues) => {
    const events = around(event);
    using readModel = emptyReadModel();
    readModel.apply(events);

    const [parked, ...others] = parkedEvents(readModel.rows);
    const at = events.at(-2);
    expect(others).toEqual([]);
    expect(parked).toMatchObject({ position: String(at?.position), type: at?.type, negotiation: 'n', issues });
    expect(parked?.error).toMatch(error);
    expect([...degradedIssues(readModel.rows, 'n', R)]).toEqual(issues);
    expect(readModel.applied).toBe(events.at(-1)?.position);
    expect(reportVersions(readModel.rows, 'n', 'after', R)).toHaveLength(1);
    expect(reportVersions(readModel.rows, 'n', 'strange', R)).toEqual([]);
  });
});

describe('what was written of a parked event before it failed', () => {
  it('is undone', () => {
    using readModel = emptyReadModel();
    readModel.apply(around((at) => strange(at, { data: { ...posted, source: { id: 'gone' } } })));
    const { rows } = readModel;
    expect(rows.all('SELECT count(*) AS reports FROM report_key')).toEqual([{ reports: 2 }]);
    expect(indexOf(rows).names.numberOf('source', 'n', 'gone')).toBeUndefined();
    const scene = new SceneReader(rows, 'n', on('2026-03-01'));
    expect(scene.reportsNaming('issue', ['i']).map(({ id }) => id)).toEqual(['before', 'after']);
  });
});

describe('a parked event', () => {
  it('degrades its issue from its position on, not before', () => {
    const events = around((at) => strange(at, { version: 2, data: posted }));
    const at = events.at(-2)?.position ?? 0n;
    using readModel = emptyReadModel();
    readModel.apply(events);
    expect(degradedIssues(readModel.rows, 'n', at - 1n).size).toBe(0);
    expect(degradedIssues(readModel.rows, 'n', at).size).toBe(1);
    expect(degradedIssues(readModel.rows, 'other', at).size).toBe(0);
  });

  it('takes the corrections of its report with it: they correct what nobody can read', () => {
    const story = new Story();
    const correction: Recorded = story.correct('2026-01-09', position('strange', 'a', 'rejects'));
    using readModel = emptyReadModel();
    readModel.apply(stored(story.log.slice(0, -1)));
    readModel.apply([
      strange(correction.position, { version: 2, data: posted }),
      ...stored([{ ...correction, position: correction.position + 1n }]),
    ]);
    expect(parkedEvents(readModel.rows).map(({ type }) => type)).toEqual(['PositionStated', 'ReportCorrected']);
    expect(reportVersions(readModel.rows, 'n', 'strange', R)).toEqual([]);
  });
});
