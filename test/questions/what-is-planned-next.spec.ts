import { newsroom } from './newsroom.js';

const reader = newsroom();

/** The meetings that are still to come by what is known on a day, `id: when`. */
async function ahead(day: string): Promise<string[]> {
  const listed = await Promise.all(['announced', 'moved', 'confirmed'].map((status) => reader.listed(`status=${status}&on=${day}`)));
  return listed.flat().map(({ id, when }) => `${id}: ${String(when)}`);
}

describe('What is planned next?', () => {
  it('was Putin at the Kremlin and a trip to Kyiv, on 1 December', async () => {
    expect(await ahead('2025-12-01')).toEqual(['kremlin-2025-12-02: 2025-12-02', 'kyiv-driscoll-2025-12: 2025-12-01/2025-12-02']);
  });

  it('was the advisers on the 3rd and the leaders on the 6th, on 2 January', async () => {
    expect(await ahead('2026-01-02')).toEqual(['advisers-2026-01-03: 2026-01-03', 'paris-2026-01-06: 2026-01-06']);
  });

  it('was Paris alone on the morning of the 6th', async () => {
    expect(await ahead('2026-01-06')).toEqual(['paris-2026-01-06: 2026-01-06']);
  });

  it('was the talk of Macron with the French parties, on 7 January', async () => {
    expect(await ahead('2026-01-07')).toEqual(['french-parties-2026-01-08: 2026-01-08']);
  });

  it('has no day any more by 26 January: an article expects more rounds, nobody announces one', async () => {
    expect(await ahead('2026-01-26')).toEqual([]);
    const { assessments } = await reader.issue('process', 'on=2026-01-26');
    expect(assessments.map(({ report }) => report)).toContain('more-rounds-expected');
  });
});

describe('And a meeting of Trump, Putin and Zelenskyy?', () => {
  it('is possible since 1 December, and has never had a day', async () => {
    for (const day of ['2025-12-01', '2026-01-31'])
      expect(await reader.meeting('trilateral', `on=${day}`)).toMatchObject({ status: 'mentioned', when: null, scheduledFor: null });
  });
});

describe('Who was expected, and who came?', () => {
  it('is told apart for Paris: Witkoff came, Rutte was only expected', async () => {
    const { attendance } = await reader.meeting('paris-2026-01-06', 'on=2026-01-07');
    const as = (person: string) => attendance.filter(({ actor }) => actor === person).map((entry) => entry.as);
    expect(as('steve-witkoff')).toEqual(['attended']);
    expect(as('friedrich-merz')).toEqual(['attended']);
    expect(as('mark-rutte')).toEqual(['expected']);
  });

  it('had nobody there yet on the eve', async () => {
    const { attendance } = await reader.meeting('paris-2026-01-06', 'on=2026-01-06');
    expect(new Set(attendance.map((entry) => entry.as))).toEqual(new Set(['expected']));
  });

  it('stays expected at the meeting of the advisers, which nobody reported', async () => {
    const { attendance } = await reader.meeting('advisers-2026-01-03', 'on=2026-01-31');
    expect(new Set(attendance.map((entry) => entry.as))).toEqual(new Set(['expected']));
  });
});

describe('When was it?', () => {
  it.each([
    ['paris-2026-01-06', '2026-01-06'],
    ['berlin-2025-12', '2025-12'],
    ['geneva-2025-11', '2025-11-24/2025-11-30'],
    ['florida-before-2025-12-01', '../2025-12-01'],
    ['kremlin-2026-01-22', '2026-01-22'],
  ])('%s was held: %s', async (id, when) => {
    expect(await reader.meeting(id, 'on=2026-01-31')).toMatchObject({ status: 'held', when });
  });
});
