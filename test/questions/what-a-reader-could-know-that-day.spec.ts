import { newsroom } from './newsroom.js';

const reader = newsroom();

describe('What was known on 1 December?', () => {
  it('is what one article told', async () => {
    const reports = await reader.reports('on=2025-12-01');
    expect(new Set(reports.map(({ source }) => source.id))).toEqual(new Set(['article-003']));
    expect(await reader.reports('on=2025-11-30')).toEqual([]);
  });

  it('holds nothing about January: no meeting, no agreement, no promise', async () => {
    expect(await reader.meetings('on=2025-12-01')).toEqual([
      'florida-before-2025-12-01: held',
      'geneva-2025-11: held',
      'kremlin-2025-12-02: announced',
      'kyiv-driscoll-2025-12: announced',
      'trilateral: mentioned',
    ]);
    for (const path of ['/meetings/paris-2026-01-06', '/plans/20-point-plan', '/reports/merz-rules-nothing-out'])
      expect(await reader.refusal(`${path}?on=2025-12-01`)).toBe('not-visible');
    expect(await reader.issue('us-backstop', 'on=2025-12-01')).toMatchObject({ stances: [], agreements: [], meetings: [] });
  });
});

describe('What happened by 1 December, as we know now?', () => {
  it('has more than was known then: things without a clear day, told by articles of January', async () => {
    const late = (await reader.reports('asOf=2025-12-01')).filter(
      ({ source, type }) => source.id !== 'article-003' && type !== 'RoleChanged',
    );
    expect(late.map(({ id }) => id).sort()).toEqual([
      'berlin-preparatory-meeting',
      'european-promises-were-vague',
      'merz-had-ruled-out-troops',
      'plan-of-20-points-exists',
      'war-nears-four-years',
    ]);
  });

  it('has the offices of those whom only January names: each may have begun later', async () => {
    const roles = (await reader.reports('asOf=2025-12-01&type=RoleChanged')).filter(({ source }) => source.id !== 'article-003');
    expect(roles.map(({ id }) => id)).toContain('macron-is-president-of-france');
    expect(new Set(roles.map(({ certainty }) => certainty))).toEqual(new Set(['possible']));
  });

  it('has none of those as certain: each may have begun later', async () => {
    const certain = await reader.reports('asOf=2025-12-01&certainty=certain');
    expect(certain.filter(({ source }) => source.id !== 'article-003')).toEqual([]);
  });
});

describe('What was said at New Year, and who could read it when?', () => {
  it('has Putin speak of victory: perhaps known on 1 January, surely on the 2nd', async () => {
    expect(await reader.ask('/reports/putin-speaks-of-victory?on=2026-01-01')).toMatchObject({
      certainty: 'possible',
      uncertain: ['published'],
    });
    expect(await reader.ask('/reports/putin-speaks-of-victory?on=2026-01-02')).toMatchObject({ certainty: 'certain', uncertain: [] });
  });

  it('has Zelenskyy call for pressure at the same hour, but in an article that came days later', async () => {
    expect(await reader.refusal('/reports/zelenskyy-calls-for-global-pressure?on=2026-01-04')).toBe('not-visible');
    expect(await reader.ask('/reports/zelenskyy-calls-for-global-pressure?on=2026-01-05')).toMatchObject({ certainty: 'possible' });
    expect(await reader.ask('/reports/zelenskyy-calls-for-global-pressure?on=2026-01-06')).toMatchObject({ certainty: 'certain' });
  });
});

describe('And if it comes out next month that the advisers did meet?', () => {
  const late = { id: 'advisers-met-after-all', type: 'MeetingHeld', occurred: '2026-01-03', meeting: 'advisers-2026-01-03' };
  let before = '';

  it('changes what is believed of 3 January, from that day on', async () => {
    before = await reader.tell('put', '/sources/memoir', { published: '2026-02-01' });
    await reader.tell('post', '/reports', { ...late, source: { id: 'memoir' }, summary: 'They met in Kyiv.', data: { place: 'Kyiv' } });
    const meeting = await reader.meeting('advisers-2026-01-03', 'asOf=2026-01-03');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'certain', evidence: ['advisers-met-after-all'] });
    expect(await reader.meeting('advisers-2026-01-03', 'asOf=2026-01-02')).toMatchObject({ status: 'announced' });
  });

  it('does not change what was known by the end of January', async () => {
    expect(await reader.meeting('advisers-2026-01-03', 'on=2026-01-31')).toMatchObject({ status: 'elapsed-unreported' });
  });

  it('does not change what this service had recorded before', async () => {
    const meeting = await reader.meeting('advisers-2026-01-03', `asOf=2026-02-01&recordedBy=@${before}`);
    expect(meeting).toMatchObject({ status: 'elapsed-unreported', evidence: ['umerov-announces-participants'] });
  });
});
