import { newsroom } from './newsroom.js';

const reader = newsroom();

describe('Who met in Berlin on 15 December?', () => {
  it('was held, as one article tells to the day', async () => {
    const meeting = await reader.meeting('berlin-2025-12-15', 'asOf=2025-12-15');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'certain', evidence: ['berlin-talks-of-15-december-held'] });
  });

  it('was not in the news that day: the article that tells of it came at New Year', async () => {
    expect(await reader.refusal('/meetings/berlin-2025-12-15?on=2025-12-15')).toBe('not-visible');
    expect(await reader.refusal('/meetings/berlin-2025-12-15?asOf=2025-12-15&knownBy=2025-12-30')).toBe('not-visible');
    const known = await reader.meeting('berlin-2025-12-15', 'asOf=2025-12-15&knownBy=2026-01-02');
    expect(known).toMatchObject({ status: 'held', certainty: 'certain' });
  });

  it('had Zelenskyy, Witkoff, Sautter and Europeans without a name; neither Kushner nor Merz is named', async () => {
    const { attendance } = await reader.meeting('berlin-2025-12-15', 'on=2026-01-31');
    expect(attendance.map(({ actor }) => (typeof actor === 'string' ? actor : actor.name))).toEqual([
      'volodymyr-zelenskyy',
      'steve-witkoff',
      'guenter-sautter',
      'other European representatives',
    ]);
  });
});

describe('Was that the preparatory meeting of which another article tells?', () => {
  it('is told of as another one, of some day in December, with Kushner', async () => {
    const meeting = await reader.meeting('berlin-2025-12', 'on=2026-01-31');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'certain', evidence: ['berlin-preparatory-meeting'] });
    expect(meeting.details.purpose).toEqual([{ value: 'Preparatory meeting', evidence: ['berlin-preparatory-meeting'] }]);
    expect(meeting.attendance.map(({ actor }) => actor)).toEqual(['steve-witkoff', 'jared-kushner']);
  });

  it('is only possible on 10 December: no day is given', async () => {
    const meeting = await reader.meeting('berlin-2025-12', 'asOf=2025-12-10');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'possible', evidence: ['berlin-preparatory-meeting'] });
    expect(await reader.refusal('/meetings/berlin-2025-12?asOf=2025-12-10&certainty=certain')).toBe('not-visible');
  });

  it('is taken for the same by a link, which merges nothing and can be undone', async () => {
    const { links } = await reader.ask<{ links: object[] }>('/reports/berlin-preparatory-meeting?on=2026-01-31');
    expect(links).toMatchObject([{ kind: 'same-as', to: 'berlin-talks-of-15-december-held' }]);
  });
});

describe('Is it certain that the talks in Florida took place?', () => {
  const florida = 'florida-before-2025-12-01';

  it('is, by 1 December: both reports lie before Witkoff left', async () => {
    const meeting = await reader.meeting(florida, 'on=2025-12-01');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'certain' });
    expect(meeting.evidence).toEqual(['lead-negotiators-taken-to-be-in-florida', 'florida-talks-held']);
  });

  it('is not for any day before: no day is given', async () => {
    expect(await reader.meeting(florida, 'asOf=2025-11-30')).toMatchObject({ status: 'held', certainty: 'possible' });
    expect(await reader.refusal(`/meetings/${florida}?asOf=2025-11-30&certainty=certain`)).toBe('not-visible');
    const [talks] = await reader.reports(`meeting=${florida}&type=MeetingHeld&asOf=2025-11-30`);
    expect(talks).toMatchObject({ certainty: 'possible', uncertain: ['occurred'] });
  });

  it('was hosted by the United States', async () => {
    const { details } = await reader.meeting(florida, 'on=2025-12-01');
    expect(details.hosts).toEqual([{ value: ['united-states'], evidence: ['florida-talks-held'] }]);
  });

  it('had Umerov, Hnatov and Bevz for Ukraine, inferred from what AP says, and not Yermak', async () => {
    const { attendance } = await reader.meeting(florida, 'on=2025-12-01');
    const inferred = attendance.filter(({ implied }) => implied === true);
    expect(inferred.map(({ actor, evidence }) => [actor, evidence])).toEqual([
      ['rustem-umerov', ['lead-negotiators-taken-to-be-in-florida']],
      ['andrii-hnatov', ['lead-negotiators-taken-to-be-in-florida']],
      ['oleksandr-bevz', ['lead-negotiators-taken-to-be-in-florida']],
    ]);
    expect(attendance.map(({ actor }) => actor)).not.toContain('andriy-yermak');
  });

  it('was tough but constructive to Rubio, who said so afterwards: perhaps by 30 November, surely by 1 December', async () => {
    const report = '/reports/rubio-calls-florida-tough';
    expect(await reader.ask(`${report}?asOf=2025-11-30`)).toMatchObject({ certainty: 'possible', uncertain: ['occurred'] });
    expect(await reader.ask(`${report}?on=2025-12-01`)).toMatchObject({ certainty: 'certain' });
  });
});

describe('How long did the Kremlin talks of 22 January take?', () => {
  it('took about three and a half hours', async () => {
    const { details } = await reader.meeting('kremlin-2026-01-22', 'on=2026-01-26');
    expect(details.durationMinutes).toEqual([{ value: 210, evidence: ['witkoff-and-kushner-met-putin'] }]);
  });

  it('had Witkoff, Kushner and Putin at the table', async () => {
    const { attendance } = await reader.meeting('kremlin-2026-01-22', 'on=2026-01-26');
    expect(attendance.map(({ actor }) => actor)).toEqual(['steve-witkoff', 'jared-kushner', 'vladimir-putin']);
  });

  it('happened on the 22nd and was published on the 26th', async () => {
    expect(await reader.refusal('/meetings/kremlin-2026-01-22?on=2026-01-25')).toBe('not-visible');
    expect(await reader.refusal('/meetings/kremlin-2026-01-22?asOf=2026-01-21')).toBe('not-visible');
    for (const axes of ['asOf=2026-01-22', 'on=2026-01-26']) {
      const held = { status: 'held', certainty: 'certain', when: '2026-01-22' };
      expect(await reader.meeting('kremlin-2026-01-22', axes)).toMatchObject(held);
    }
  });
});

describe('Who spoke on 31 December?', () => {
  const consultation = 'consultation-2025-12-31';

  it('was held, with people "present", and called a telephone call further down: both are told', async () => {
    const { status, details, evidence } = await reader.meeting(consultation, 'on=2026-01-02');
    expect({ status, evidence }).toEqual({ status: 'held', evidence: ['call-of-31-december-held', 'consultation-of-31-december-held'] });
    expect(details.format).toEqual([{ value: 'phone', evidence: ['call-of-31-december-held'] }]);
    const main = await reader.ask<{ summary: string }>('/reports/consultation-of-31-december-held?on=2026-01-02');
    expect(main.summary).toContain('present');
  });

  it('had Rubio, Kushner and Umerov; Witkoff is inferred, the European advisers have no names', async () => {
    const { attendance } = await reader.meeting(consultation, 'on=2026-01-02');
    expect(attendance.find(({ actor }) => actor === 'steve-witkoff')).toMatchObject({ implied: true });
    const named = attendance.flatMap(({ actor }) => (typeof actor === 'string' ? [actor] : []));
    expect(named).toEqual(['steve-witkoff', 'marco-rubio', 'jared-kushner', 'rustem-umerov']);
    const unnamed = attendance.flatMap(({ actor }) => (typeof actor === 'string' ? [] : [actor.party]));
    expect(unnamed).toEqual(['united-kingdom', 'france', 'germany']);
  });

  it('has Umerov tell Zelenskyy of it, which is a report of its own', async () => {
    const reports = await reader.reports(`meeting=${consultation}&type=ContextReported&on=2026-01-02`);
    expect(reports.map(({ id }) => id)).toEqual(['umerov-briefs-zelenskyy']);
  });
});
