import { ids, type Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;

/** Two papers of each of some days. */
const SOURCES = ['2026-01-02', '2026-01-05', '2026-01-07', '2026-01-08'].flatMap((published) =>
  ['times', 'post'].map((paper) => ({ entry: 'source', id: `${paper}-${published}`, published, publisher: paper })),
);
const NEGOTIATION = { entry: 'negotiation', id: 'talks', title: 'Talks' };
const WEEK = '2026-01-05/2026-01-11';

beforeAll(async () => {
  service = await startTestService();
  const meetings = ['week', 'wednesday', 'called-off', 'dated', 'undated', 'named'].map((id) => ({ entry: 'meeting', id, title: id }));
  const persons = ['ann', 'bob'].map((id) => ({ entry: 'person', id, name: id }));
  const lines = [NEGOTIATION, { entry: 'issue', id: 'i', title: 'Issue' }, ...meetings, ...persons, ...SOURCES, ...REPORTS];
  expect((await service.importLines('talks', lines)).at(-1)?.summary).toMatchObject({ created: lines.length });
});
afterAll(() => service.stop());

function report(type: string, id: string, meeting: string, source: string, data: object, rest: object = {}) {
  return { entry: 'report', type, id, meeting, source: { id: source }, issues: ['i'], summary: `${type} ${id}`, data, ...rest };
}

const REPORTS = [
  report('MeetingAnnounced', 'the-6th', 'week', 'times-2026-01-02', { scheduledFor: '2026-01-06', attendance: [{ actor: 'ann' }] }),
  report('MeetingAnnounced', 'this-week', 'week', 'post-2026-01-05', { scheduledFor: WEEK }),
  report('MeetingAnnounced', 'wednesday-this-week', 'wednesday', 'times-2026-01-07', { scheduledFor: WEEK }),
  report('MeetingRevised', 'is-cancelled', 'called-off', 'times-2026-01-05', { change: 'cancelled' }),
  report('MeetingAnnounced', 'takes-place', 'called-off', 'post-2026-01-05', { scheduledFor: '2026-01-20' }),
  report('MeetingAnnounced', 'for-the-6th', 'dated', 'times-2026-01-02', {
    scheduledFor: '2026-01-06',
    attendance: [{ actor: 'ann', role: 'chair' }, { actor: 'bob' }],
  }),
  report('MeetingHeld', 'on-the-7th', 'dated', 'times-2026-01-08', { attendance: [{ actor: 'ann' }] }, { occurred: '2026-01-07' }),
  report('MeetingHeld', 'some-day', 'undated', 'times-2026-01-08', {}),
  report('ContextReported', 'names-it', 'named', 'times-2026-01-08', { kind: 'talk' }),
];

const meeting = async (id: string, day: string): Promise<Json> => (await service.read(`/talks/meetings/${id}?on=${day}`).expect(200)).body;
const listed = async (query: string): Promise<string[]> =>
  ids((await service.read(`/talks/meetings?on=2026-01-08&${query}`).expect(200)).body);

it('"the 6th" is not widened by "this week": on the 8th nobody has reported it', async () => {
  expect(await meeting('week', '2026-01-06')).toMatchObject({
    status: 'confirmed',
    when: '2026-01-06',
    scheduledFor: '2026-01-06',
    evidence: ['this-week', 'the-6th'],
  });
  for (const day of ['2026-01-07', '2026-01-08', '2026-01-11']) {
    expect(await meeting('week', day)).toMatchObject({
      status: 'elapsed-unreported',
      certainty: 'certain',
      when: '2026-01-06',
      evidence: ['this-week', 'the-6th'],
    });
  }
});

it('"this week", said on a Wednesday, is shown as it was written and has not passed before Sunday has', async () => {
  expect(await meeting('wednesday', '2026-01-11')).toMatchObject({ status: 'announced', when: WEEK, scheduledFor: WEEK });
  expect((await meeting('wednesday', '2026-01-12')).status).toBe('elapsed-unreported');
});

it('of "cancelled" and "takes place", told on one day, the later one decides and the other contests it', async () => {
  expect(await meeting('called-off', '2026-01-08')).toMatchObject({
    status: 'announced',
    when: '2026-01-20',
    contestedBy: [{ report: 'is-cancelled', says: 'cancelled' }],
    evidence: ['takes-place'],
  });
});

it('a held meeting has the date on which it was held, beside the one for which it was announced', async () => {
  expect(await meeting('dated', '2026-01-08')).toMatchObject({
    status: 'held',
    when: '2026-01-07',
    scheduledFor: '2026-01-06',
    contestedBy: [],
    evidence: ['on-the-7th'],
  });
});

it('a meeting that was held on a day that nobody tells was held by the publication', async () => {
  expect(await meeting('undated', '2026-01-08')).toMatchObject({ status: 'held', when: '../2026-01-08', scheduledFor: null });
});

it('who was announced and is named by nobody who was there is expected still', async () => {
  const { attendance } = await meeting('dated', '2026-01-08');
  expect(attendance).toEqual([
    { actor: 'ann', as: 'attended', role: null, online: null, implied: null, note: null, evidence: ['on-the-7th', 'for-the-6th'] },
    { actor: 'bob', as: 'expected', role: null, online: null, implied: null, note: null, evidence: ['for-the-6th'] },
  ]);
});

it('an issue shows when its meetings are', async () => {
  const { meetings } = (await service.read('/talks/issues/i?on=2026-01-08').expect(200)).body;
  expect(meetings).toEqual([
    { id: 'called-off', title: 'called-off', status: 'announced', when: '2026-01-20', certainty: 'certain', evidence: ['takes-place'] },
    { id: 'dated', title: 'dated', status: 'held', when: '2026-01-07', certainty: 'certain', evidence: ['on-the-7th'] },
    { id: 'named', title: 'named', status: 'mentioned', when: null, certainty: 'certain', evidence: ['names-it'] },
    { id: 'undated', title: 'undated', status: 'held', when: '../2026-01-08', certainty: 'certain', evidence: ['some-day'] },
    { id: 'wednesday', title: 'wednesday', status: 'announced', when: WEEK, certainty: 'certain', evidence: ['wednesday-this-week'] },
    {
      id: 'week',
      title: 'week',
      status: 'elapsed-unreported',
      when: '2026-01-06',
      certainty: 'certain',
      evidence: ['this-week', 'the-6th'],
    },
  ]);
});

describe('a list of meetings from a day on, or to one, has those that may be on it', () => {
  it.each([
    ['from=2026-01-07&to=2026-01-07', ['dated', 'wednesday']],
    ['from=2026-01-09', ['called-off', 'wednesday']],
    ['from=2026-01-11&to=2026-01-19', ['wednesday']],
    ['from=2026-01-12', ['called-off']],
    ['from=2026-01-21', []],
    ['to=2026-01-05', []],
    ['to=2026-01-06', ['week']],
    ['to=2026-01-07', ['dated', 'wednesday', 'week']],
    ['to=2026-01-08', ['dated', 'undated', 'wednesday', 'week']],
    ['status=announced&from=2026-01-08&to=2026-01-20', ['called-off', 'wednesday']],
  ])('%s', async (query, expected) => {
    expect(await listed(query)).toEqual(expected);
  });
});
