import { readFile, readdir } from 'node:fs/promises';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, type ReportBody, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let talks: string;
let negotiations = 0;
beforeAll(async () => {
  service = await startTestService();
});
beforeEach(async () => {
  negotiations += 1;
  talks = await aNegotiation(service, `talks-${String(negotiations)}`);
});
afterAll(() => service.stop());

const DEMANDS = REPORTS.PositionStated;
const REJECTS = {
  ...DEMANDS,
  id: 'russia-rejects',
  occurred: '2026-01-09',
  source: { id: 'post' },
  data: { party: 'russia', speaker: 'putin', proposition: 'cede-donbas', modality: 'rejects' },
};
const rejects = (data: object, rest: object = {}) => ({ ...REJECTS, ...rest, data: { ...REJECTS.data, ...data } });

interface Warned {
  readonly code: string;
  readonly pointer: string;
  readonly reports?: readonly string[];
}

/** What is warned of, without the details. */
const told = (answer: object): string[][] | undefined =>
  'warnings' in answer ? (answer.warnings as Warned[]).map(({ code, pointer, reports = [] }) => [code, pointer, ...reports]) : undefined;

describe('a stance against what the party itself said', () => {
  beforeEach(async () => {
    expect((await service.post(`${talks}/reports`, DEMANDS).expect(201)).body).not.toHaveProperty('warnings');
  });

  it('is recorded and told; told again, it is not recorded and not told', async () => {
    const { body } = await service.post(`${talks}/reports`, REJECTS).expect(201);
    expect(told(body)).toEqual([['stance-reversed', '#/data/modality', 'russia-demands']]);
    const { body: again } = await service.post(`${talks}/reports`, REJECTS).expect(200);
    expect(again).toMatchObject({ outcome: 'unchanged', position: body.position });
    expect(again).not.toHaveProperty('warnings');
    // Recorded as any other: the party now rejects it.
    const { body: stances } = await service.read(`${talks}/stances?party=russia`).expect(200);
    expect(stances.items).toMatchObject([{ modality: 'rejects', movement: 'reversed' }]);
  });

  it.each<[string, object]>([
    ['names what it replaces', rejects({ previous: 'russia-demands' })],
    ['is not its opposite', rejects({ modality: 'undecided' })],
    ['was said before', rejects({}, { occurred: '2026-01-02' })],
    ['is somebody else’s word', rejects({ speaker: null }, { claim: { by: ['zelensky'] } })],
    ['is the source’s own word', rejects({ speaker: null }, { claim: { form: 'stated' } })],
    ['is another party’s', rejects({ party: 'united-states', speaker: 'witkoff' })],
    ['is on something else', rejects({ proposition: 'us-troops' })],
  ])('is not told where it %s', async (_, report) => {
    expect((await service.post(`${talks}/reports`, report).expect(201)).body).not.toHaveProperty('warnings');
  });

  it('is told whatever the party is called', async () => {
    await service.put(`${talks}/parties/constructor`, { name: 'The builders', kind: 'state' }).expect(201);
    const says = (id: string, occurred: string, modality: string) => {
      const data = { party: 'constructor', speaker: null, modality };
      return rejects(data, { id, occurred, claim: { by: ['constructor'], form: 'stated' } });
    };
    await service.post(`${talks}/reports`, says('builders-demand', '2026-01-07', 'demands')).expect(201);
    const { body } = await service.post(`${talks}/reports`, says('builders-reject', '2026-01-09', 'rejects')).expect(201);
    expect(told(body)).toEqual([['stance-reversed', '#/data/modality', 'builders-demand']]);
  });

  it('is told of a correction, which is not held against itself', async () => {
    const { body: posted } = await service.post(`${talks}/reports`, rejects({ modality: 'supports' })).expect(201);
    expect(posted).not.toHaveProperty('warnings');
    const corrected = { reason: 'coding', note: 'He said no.', report: REJECTS };
    const url = `${talks}/reports/russia-rejects`;
    const { body } = await service.post(`${url}/corrections`, corrected, { 'if-match': '"0"' }).expect(201);
    expect(told(body)).toEqual([['stance-reversed', '#/report/data/modality', 'russia-demands']]);
    const patch = { reason: 'coding', note: 'He said so on Friday.', report: { occurred: '2026-01-08' } };
    const { body: patched } = await service.patch(url, patch, { 'if-match': '"1"' }).expect(201);
    expect(told(patched)).toEqual([['stance-reversed', '#/report/data/modality', 'russia-demands']]);
  });

  it('is not told where what the party said is retracted', async () => {
    await service.post(`${talks}/reports/russia-demands/retraction`, { reason: 'coding' }, { 'if-match': '"0"' }).expect(201);
    expect((await service.post(`${talks}/reports`, REJECTS).expect(201)).body).not.toHaveProperty('warnings');
  });

  it('is told with the other doubts, and no fault is told as a doubt', async () => {
    const { body } = await service.post(`${talks}/reports`, rejects({ modality: 'refuses' })).expect(422);
    expect(body).not.toHaveProperty('warnings');
    await service.patch(`${talks}/persons/putin`, { retired: true }).expect(200);
    const twice = { ...DEMANDS, id: 'russia-rejects-too', data: REJECTS.data };
    expect(told((await service.post(`${talks}/reports`, twice).expect(201)).body)).toEqual([
      ['retired-entry', '#/claim/by/0'],
      ['retired-entry', '#/data/speaker'],
      ['stance-reversed', '#/data/modality', 'russia-demands'],
      ['near-duplicate', '#', 'russia-demands'],
    ]);
  });
});

describe('a report of what another one tells', () => {
  const { ContextReported, AssessmentMade, ...ofOneThing } = REPORTS;

  it.each(Object.entries<ReportBody>(ofOneThing))('is told: %s', async (_, report) => {
    expect((await service.post(`${talks}/reports`, report).expect(201)).body).not.toHaveProperty('warnings');
    const again = { ...report, id: 'again', summary: 'In other words.' };
    const { body } = await service.post(`${talks}/reports`, again).expect(201);
    expect(told(body)).toEqual([['near-duplicate', '#', report.id]]);
  });

  it.each<[string, object]>([
    ['another day', { occurred: '2026-01-03' }],
    ['another source', { source: { id: 'post' } }],
    ['another meeting', { meeting: 'geneva' }],
    ['another type', { type: 'MeetingAnnounced', data: { scheduledFor: '2026-01-06' } }],
    ['somebody else', { claim: { by: ['zelensky'] } }],
  ])('is not told where it is of %s', async (_, other) => {
    await service.post(`${talks}/reports`, REPORTS.MeetingHeld).expect(201);
    const { body } = await service.post(`${talks}/reports`, { ...REPORTS.MeetingHeld, id: 'other', ...other }).expect(201);
    expect(body).not.toHaveProperty('warnings');
  });

  it('is not told of context and assessments: one source says much of one thing', async () => {
    for (const report of [ContextReported, AssessmentMade]) {
      await service.post(`${talks}/reports`, report).expect(201);
      const { body } = await service.post(`${talks}/reports`, { ...report, id: `${report.id}-again` }).expect(201);
      expect(body).not.toHaveProperty('warnings');
    }
  });
});

describe('a date far from its source', () => {
  const held = (occurred: string) => ({ ...REPORTS.MeetingHeld, id: `held-${occurred.slice(0, 4)}`, occurred });

  it('is told', async () => {
    const { body } = await service.post(`${talks}/reports`, held('2025-01-04')).expect(201);
    expect(body).toMatchObject({
      outcome: 'created',
      warnings: [
        { code: 'far-from-source', pointer: '#/occurred', detail: '"2025-01-04" is 366 days before "times" came out ("2026-01-05")' },
      ],
    });
  });

  it.each(['2025-06-01', '2024/2025', '../2025-12-31'])('is not told of %s', async (occurred) => {
    expect((await service.post(`${talks}/reports`, { ...held('2025'), occurred }).expect(201)).body).not.toHaveProperty('warnings');
  });

  it('is refused where it cannot be', async () => {
    expect((await service.post(`${talks}/reports`, held('2027-01-04')).expect(422)).body).not.toHaveProperty('warnings');
  });
});

describe('a use of what is retired', () => {
  it('is told of entries and of reports', async () => {
    for (const path of ['issues/territory', 'sources/post', 'meetings/geneva']) {
      expect((await service.patch(`${talks}/${path}`, { retired: true }).expect(200)).body).not.toHaveProperty('warnings');
    }
    const proposition = { issue: 'territory', text: 'It is shared.' };
    const { body: put } = await service.put(`${talks}/propositions/shared`, proposition).expect(201);
    expect(told(put)).toEqual([['retired-entry', '#/issue']]);
    expect((await service.put(`${talks}/propositions/shared`, proposition).expect(200)).body).not.toHaveProperty('warnings');
    const { body: patched } = await service.patch(`${talks}/issues/administration`, { title: 'Who administers' }).expect(200);
    expect(told(patched)).toEqual([['retired-entry', '#/parent']]);
    const { body: posted } = await service.post(`${talks}/reports`, REPORTS.MeetingRevised).expect(201);
    expect(told(posted)).toEqual([
      ['retired-entry', '#/source/id'],
      ['retired-entry', '#/meeting'],
    ]);
  });
});

describe('an import', () => {
  const line = (report: object) => ({ entry: 'report', ...report });
  const TWICE = { ...REPORTS.MeetingHeld, id: 'paris-held-again' };
  const LINES = [line(DEMANDS), line(REPORTS.MeetingHeld), line(TWICE), { entry: 'party', id: 'nobody' }];

  it('tells of each line, of one that repeats another line too, and nothing when it is repeated', async () => {
    const first = await service.importLines(talks.slice(1), LINES);
    expect(first.map((one): unknown[] => [one.outcome, told(one)])).toEqual([
      ['created', undefined],
      ['created', undefined],
      ['created', [['near-duplicate', '#', 'paris-held']]],
      ['rejected', undefined],
      [undefined, undefined],
    ]);
    const again = await service.importLines(talks.slice(1), LINES);
    expect(again.filter((one) => 'warnings' in one)).toEqual([]);
    const [next] = await service.importLines(talks.slice(1), [line(REJECTS)]);
    expect(next && told(next)).toEqual([['stance-reversed', '#/data/modality', 'russia-demands']]);
  });

  const REVERSED = ['stance-reversed', '#/data/modality'];
  const demandsAgain = { ...DEMANDS, id: 'russia-demands-again', occurred: '2026-01-10', source: { id: 'post' } };

  describe.each<[string, (lines: object[]) => Promise<object[]>]>([
    ['lines', async (lines) => (await service.importLines(talks.slice(1), lines)).slice(0, -1)],
    ['lines in a dry run', async (lines) => (await service.importLines(talks.slice(1), lines, '?dryRun=true')).slice(0, -1)],
    ['an array', async (lines) => (await service.post(`${talks}/import`, lines).expect(200)).body.items],
  ])('as %s', (_, imported) => {
    it('tells of a stance against what a line before it says', async () => {
      expect((await imported([line(DEMANDS), line(REJECTS), line(demandsAgain)])).map(told)).toEqual([
        undefined,
        [[...REVERSED, 'russia-demands']],
        [[...REVERSED, 'russia-rejects']],
      ]);
    });

    it('holds a line against what a line before it names as replaced no more', async () => {
      const turned = rejects({ previous: 'russia-demands' }, { id: 'russia-turned', occurred: '2026-01-02' });
      await service.post(`${talks}/reports`, DEMANDS).expect(201);
      expect((await imported([line(turned), line(REJECTS)])).map(told)).toEqual([undefined, undefined]);
    });

    it('tells of all lines before it that tell the same, by a source that came with them too', async () => {
      const source = { entry: 'source', id: 'wire', published: '2026-01-05' };
      const held = ['first', 'second', 'third'].map((id) => line({ ...REPORTS.MeetingHeld, id, source: { id: 'wire' } }));
      expect((await imported([source, ...held])).map(told)).toEqual([
        undefined,
        undefined,
        [['near-duplicate', '#', 'first']],
        [['near-duplicate', '#', 'second', 'first']],
      ]);
    });

    it('holds a line against nothing that a line before it says of later days', async () => {
      expect((await imported([line(REJECTS), line(DEMANDS)])).map(told)).toEqual([undefined, undefined]);
    });

    it('knows whose word it is by a person, and what was held by an agreement, of lines before it', async () => {
      const lavrov = { entry: 'person', id: 'lavrov', name: 'Lavrov', party: 'russia' };
      const signed = {
        ...REPORTS.AgreementSigned,
        claim: { by: ['lavrov'] },
        data: { document: { title: 'Protocol', kind: 'protocol' }, signatories: [{ party: 'russia' }], propositions: ['cede-donbas'] },
      };
      const says = rejects({ speaker: undefined }, { claim: { by: ['lavrov'] } });
      expect((await imported([lavrov, line(signed), line(says)])).map(told)).toEqual([
        undefined,
        undefined,
        [[...REVERSED, 'zone-signed']],
      ]);
    });
  });

  it('counts them, and finds none when it is repeated', async () => {
    const lines = [line(DEMANDS), line(REJECTS), line(demandsAgain)];
    const { body } = await service.post(`${talks}/import`, lines).expect(200);
    expect(body).toMatchObject({ summary: { created: 3, warnings: 2 } });
    const again = await service.importLines(talks.slice(1), lines);
    expect(again.at(-1)).toMatchObject({ summary: { unchanged: 3, warnings: 0 } });
  });

  it('tells them in a dry run, where nothing is recorded', async () => {
    await service.importLines(talks.slice(1), LINES);
    const head = await service.head();
    const [, warned] = await service.importLines(talks.slice(1), [line(REPORTS.ContextReported), line(REJECTS)], '?dryRun=true');
    expect(warned && told(warned)).toEqual([['stance-reversed', '#/data/modality', 'russia-demands']]);
    expect(await service.head()).toBe(head);
  });

  it('tells them of an array', async () => {
    const { body } = await service.post(`${talks}/import`, LINES.slice(0, 3)).expect(200);
    expect(body.items.map((item) => told(item))).toEqual([undefined, undefined, [['near-duplicate', '#', 'paris-held']]]);
    const { body: refused } = await service.post(`${talks}/import`, [line(REJECTS), { entry: 'party', id: 'nobody' }]).expect(422);
    expect(refused).not.toHaveProperty('warnings');
  });
});

it('of the seeds those are told that are all but the same', async () => {
  const warned: unknown[] = [];
  for (const file of (await readdir('seeds')).filter((name) => name.endsWith('.json')).sort()) {
    const { body } = await service.post('/ukraine-peace/import', JSON.parse(await readFile(`seeds/${file}`, 'utf8')) as object).expect(200);
    for (const item of body.items) if ('warnings' in item) warned.push([item.id, ...(told(item) ?? [])]);
  }
  expect(warned).toEqual([
    ['call-of-31-december-held', ['near-duplicate', '#', 'consultation-of-31-december-held']],
    ['merz-promises-no-soldiers', ['near-duplicate', '#', 'merz-rules-nothing-out']],
  ]);
});
