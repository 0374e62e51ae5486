import { newsroom } from './newsroom.js';

const reader = newsroom();

interface Person {
  readonly id: string;
  readonly name: string;
  readonly party: string;
  readonly role: string;
  readonly aliases: readonly string[];
  readonly roles: readonly object[];
}

const person = (id: string, axes: string): Promise<Person> => reader.ask<Person>(`/persons/${id}?${axes}`);

describe('Are Umerov and Umjerow one man?', () => {
  it('is one entry with both spellings and the role that each article gives him', async () => {
    const umerov = await person('rustem-umerov', 'on=2026-01-31');
    expect(umerov).toMatchObject({ name: 'Rustem Umerov', party: 'ukraine', aliases: ['Rustem Umjerow', 'Umjerow'] });
    expect(umerov.role).toBe('secretary of the security council (001); head of the security council (003)');
  });

  it('finds what articles of either spelling report of him', async () => {
    const reports = await reader.reports('person=rustem-umerov&on=2026-01-31');
    expect(reports.map(({ id, source }) => `${source.id} ${id}`).sort()).toEqual([
      'article-001 call-of-31-december-held',
      'article-001 umerov-announces-participants',
      'article-003 ap-names-ukrainian-negotiators',
    ]);
  });

  it.each([
    ['Wladimir Putin', 'vladimir-putin'],
    ['Wolodymyr Selenskyj', 'volodymyr-zelenskyy'],
    ['Selenskyj', 'volodymyr-zelenskyy'],
    ['Umjerow', 'rustem-umerov'],
    ['Andrij Jermak', 'andriy-yermak'],
  ])('%s is found in the list of persons, once', async (spelling, id) => {
    const { items } = await reader.ask<{ items: Person[] }>('/persons?limit=500');
    expect(items.filter(({ name, aliases }) => [name, ...aliases].includes(spelling)).map((found) => found.id)).toEqual([id]);
  });
});

describe('What became of Yermak?', () => {
  it('has resigned as chief negotiator, before 1 December, after a corruption affair', async () => {
    const { roles } = await person('andriy-yermak', 'on=2025-12-01');
    expect(roles).toEqual([
      {
        party: 'ukraine',
        role: 'chief negotiator',
        change: 'resigned',
        reason: 'after a corruption affair',
        occurred: '../2025-12-01',
        certainty: 'certain',
        evidence: ['yermak-resigns'],
      },
    ]);
  });

  it('was not in the news before; when he resigned is not said', async () => {
    expect((await person('andriy-yermak', 'on=2025-11-30')).roles).toEqual([]);
    expect((await person('andriy-yermak', 'asOf=2025-11-15')).roles).toMatchObject([{ certainty: 'possible' }]);
  });
});

describe('Who is what?', () => {
  it('calls Kushner an envoy only where an article does', async () => {
    const { attendance } = await reader.meeting('kremlin-2026-01-22', 'on=2026-01-26');
    expect(attendance.find(({ actor }) => actor === 'jared-kushner')).toMatchObject({ role: 'US special envoy' });
    const paris = await reader.meeting('paris-2026-01-06', 'on=2026-01-26');
    const roles = paris.attendance.filter(({ actor }) => actor === 'jared-kushner').map(({ role }) => role);
    expect(roles).toEqual(["Donald Trump's son-in-law, for the United States", 'for the United States']);
    expect((await person('jared-kushner', 'on=2026-01-31')).roles).toEqual([]);
  });

  it('has Rutte lead NATO for a short time, without a first day', async () => {
    const { roles } = await person('mark-rutte', 'on=2026-01-06');
    expect(roles).toMatchObject([{ role: 'Secretary General', change: 'appointed', occurred: '../2026-01-06', certainty: 'certain' }]);
  });
});
