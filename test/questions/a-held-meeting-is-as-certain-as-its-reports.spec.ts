import { newsroom } from './newsroom.js';

const reader = newsroom();

describe('Who met in Berlin on 15 December?', () => {
  it('was held: two articles say so, one to the day, one to the month', async () => {
    const meeting = await reader.meeting('berlin-2025-12-15', 'asOf=2025-12-15');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'certain' });
    expect(meeting.evidence).toEqual(['berlin-preparatory-meeting', 'berlin-talks-of-15-december-held']);
  });

  it('was not in the news that day: the first article that tells of it came at New Year', async () => {
    expect(await reader.refusal('/meetings/berlin-2025-12-15?on=2025-12-15')).toBe('not-visible');
    expect(await reader.refusal('/meetings/berlin-2025-12-15?asOf=2025-12-15&knownBy=2025-12-30')).toBe('not-visible');
    const known = await reader.meeting('berlin-2025-12-15', 'asOf=2025-12-15&knownBy=2026-01-02');
    expect(known).toMatchObject({ status: 'held', certainty: 'certain', evidence: ['berlin-talks-of-15-december-held'] });
  });

  it('is only possible on 10 December, by the article that gives no day', async () => {
    const meeting = await reader.meeting('berlin-2025-12-15', 'asOf=2025-12-10');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'possible', evidence: ['berlin-preparatory-meeting'] });
    expect(await reader.refusal('/meetings/berlin-2025-12-15?asOf=2025-12-10&certainty=certain')).toBe('not-visible');
  });

  it('has Zelenskyy, Witkoff and Sautter from one article and Kushner from the other alone', async () => {
    const { attendance } = await reader.meeting('berlin-2025-12-15', 'on=2026-01-31');
    const evidenceOf = (person: string) => attendance.filter(({ actor }) => actor === person).flatMap(({ evidence }) => evidence);
    expect(evidenceOf('volodymyr-zelenskyy')).toEqual(['berlin-talks-of-15-december-held']);
    expect(evidenceOf('guenter-sautter')).toEqual(['berlin-talks-of-15-december-held']);
    expect(evidenceOf('jared-kushner')).toEqual(['berlin-preparatory-meeting']);
    expect(evidenceOf('steve-witkoff').sort()).toEqual(['berlin-preparatory-meeting', 'berlin-talks-of-15-december-held']);
    expect(evidenceOf('friedrich-merz')).toEqual([]);
  });
});

describe('Is it certain that the talks in Florida took place?', () => {
  it('is, by 1 December: both reports lie before Witkoff left', async () => {
    const meeting = await reader.meeting('florida-2025-11', 'on=2025-12-01');
    expect(meeting).toMatchObject({ status: 'held', certainty: 'certain' });
    expect(meeting.evidence).toEqual(['ap-names-ukrainian-negotiators', 'florida-talks-held']);
  });

  it('is not for any day before: no day is given', async () => {
    expect(await reader.meeting('florida-2025-11', 'asOf=2025-11-30')).toMatchObject({ status: 'held', certainty: 'possible' });
    expect(await reader.refusal('/meetings/florida-2025-11?asOf=2025-11-30&certainty=certain')).toBe('not-visible');
    const [talks] = await reader.reports('meeting=florida-2025-11&type=MeetingHeld&asOf=2025-11-30');
    expect(talks).toMatchObject({ certainty: 'possible', uncertain: ['occurred'] });
  });

  it('had Umerov, Hnatov and Bevz for Ukraine, inferred from what AP says, and not Yermak', async () => {
    const { attendance } = await reader.meeting('florida-2025-11', 'on=2025-12-01');
    const inferred = attendance.filter(({ implied }) => implied === true);
    expect(inferred.map(({ actor, evidence }) => [actor, evidence])).toEqual([
      ['rustem-umerov', ['ap-names-ukrainian-negotiators']],
      ['andrii-hnatov', ['ap-names-ukrainian-negotiators']],
      ['oleksandr-bevz', ['ap-names-ukrainian-negotiators']],
    ]);
    expect(attendance.map(({ actor }) => actor)).not.toContain('andriy-yermak');
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
    expect(await reader.meeting('kremlin-2026-01-22', 'asOf=2026-01-22')).toMatchObject({ status: 'held', certainty: 'certain' });
    expect(await reader.meeting('kremlin-2026-01-22', 'on=2026-01-26')).toMatchObject({ status: 'held', certainty: 'certain' });
  });
});

describe('Who spoke on 31 December?', () => {
  it('was a call; that Witkoff was on it is inferred, the European advisers have no names', async () => {
    const { status, details, attendance } = await reader.meeting('call-2025-12-31', 'on=2026-01-02');
    expect(status).toBe('held');
    expect(details.format).toEqual([{ value: 'phone', evidence: ['call-of-31-december-held'] }]);
    expect(attendance.find(({ actor }) => actor === 'steve-witkoff')).toMatchObject({ implied: true });
    const unnamed = attendance.flatMap(({ actor }) => (typeof actor === 'string' ? [] : [actor.party]));
    expect(unnamed).toEqual(['united-kingdom', 'france', 'germany']);
  });
});
