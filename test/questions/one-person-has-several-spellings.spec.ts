import { newsroom } from './newsroom.js';

const reader = newsroom();

interface Person {
  readonly id: string;
  readonly name: string;
  readonly party: string;
  readonly role: string | null;
  readonly aliases: readonly string[];
  readonly roles: readonly {
    readonly role: string;
    readonly change: string;
    readonly certainty: string;
    readonly evidence: readonly string[];
  }[];
}

const rolesOf = async (id: string, axes: string): Promise<string[]> =>
  (await person(id, axes)).roles.map(({ role, change }) => `${change} ${role}`);

const person = (id: string, axes: string): Promise<Person> => reader.ask<Person>(`/persons/${id}?${axes}`);

describe('Are Umerov and Umjerow one man?', () => {
  it('is one entry with both spellings and the role that each article gives him', async () => {
    const umerov = await person('rustem-umerov', 'on=2026-01-31');
    expect(umerov).toMatchObject({ name: 'Rustem Umerov', party: 'ukraine', aliases: ['Rustem Umjerow', 'Umjerow'] });
    expect(umerov.roles.map(({ role, evidence }) => [role, ...evidence])).toEqual([
      ['secretary of the security council', 'umerov-is-secretary-of-security-council'],
      ['head of the security council', 'umerov-heads-security-council'],
      ['lead negotiator', 'umerov-acts-as-lead-negotiator'],
    ]);
  });

  it('finds what articles of either spelling report of him', async () => {
    const reports = await reader.reports('person=rustem-umerov&on=2026-01-31');
    expect(
      reports
        .filter(({ type }) => type !== 'RoleChanged')
        .map(({ id, source }) => `${source.id} ${id}`)
        .sort(),
    ).toEqual([
      'article-001 consultation-of-31-december-held',
      'article-001 umerov-announces-participants',
      'article-003 lead-negotiators-taken-to-be-in-florida',
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

describe('Who negotiates for Ukraine?', () => {
  it.each(['rustem-umerov', 'andrii-hnatov', 'oleksandr-bevz'])('is %s as well, as AP was quoted on 1 December', async (id) => {
    expect(await rolesOf(id, 'on=2025-12-01')).toContain('acting lead negotiator');
    expect(await rolesOf(id, 'on=2025-11-30')).toEqual([]);
    expect(await reader.reports(`person=${id}&type=RoleChanged&issue=process&on=2025-12-01`)).toHaveLength(1);
  });
});

describe('Who is what?', () => {
  it('has no role that only the registry would know: each stands in an article', async () => {
    const { items } = await reader.ask<{ items: Person[] }>('/persons?limit=500');
    expect(items.length).toBeGreaterThan(20);
    for (const { id, role } of items) {
      expect(role).toBeNull();
      expect((await person(id, 'on=2026-01-31')).roles).not.toEqual([]);
    }
  });

  it('calls Kushner an envoy only since an article does', async () => {
    expect(await rolesOf('jared-kushner', 'on=2026-01-25')).toEqual(['acting negotiator; son-in-law of President Trump']);
    expect(await rolesOf('jared-kushner', 'on=2026-01-26')).toContain('appointed special envoy');
    const { attendance } = await reader.meeting('kremlin-2026-01-22', 'on=2026-01-26');
    expect(attendance.find(({ actor }) => actor === 'jared-kushner')).toMatchObject({ role: 'US special envoy' });
    const paris = await reader.meeting('paris-2026-01-06', 'on=2026-01-26');
    expect(paris.attendance.filter(({ actor }) => actor === 'jared-kushner').map(({ role }) => role)).not.toContain('US special envoy');
  });

  it('calls Witkoff an envoy in December, and a chief negotiator as well in the article of 7 January', async () => {
    expect(await rolesOf('steve-witkoff', 'on=2025-12-01')).toEqual(['appointed special envoy']);
    expect(await rolesOf('steve-witkoff', 'on=2026-01-07')).toContain('appointed chief negotiator');
  });

  it('has Rutte lead NATO for a short time, without a first day', async () => {
    const { roles } = await person('mark-rutte', 'on=2026-01-06');
    expect(roles).toMatchObject([{ role: 'Secretary General', change: 'appointed', occurred: '../2026-01-06', certainty: 'certain' }]);
  });
});
