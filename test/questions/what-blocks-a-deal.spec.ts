import type { Blocker } from './answers.js';
import { newsroom } from './newsroom.js';

const reader = newsroom();

/** All blockers by what is known on a day, each with its age: `issue: what (days)`. */
async function blockers(day: string): Promise<string[]> {
  const { items } = await reader.ask<{ items: { id: string }[] }>(`/issues?on=${day}&limit=500`);
  const onIssues = await Promise.all(
    items.map(async ({ id }) => (await reader.issue(id, `on=${day}`)).blockers.map((blocker) => `${id}: ${told(blocker)}`)),
  );
  const onNone = await reader.ask<{ blockers: Blocker[] }>(`?on=${day}`);
  return [...onIssues.flat().sort(), ...onNone.blockers.map(told)];
}

const told = ({ report, proposition, ageDays }: Blocker) => `${report ?? proposition ?? ''} (${String(ageDays)})`;

describe('What blocks a deal?', () => {
  it('was territory, its administration, NATO and guarantees, on 1 December', async () => {
    expect(await blockers('2025-12-01')).toEqual([
      'nato-membership: nato-membership-in-dispute (0)',
      'nato-membership: ukraine-gives-up-nato (0)',
      'security-guarantees: security-guarantees-in-dispute (0)',
      'territory-administration: administration-in-dispute (0)',
      'territory: territory-in-dispute (0)',
      'territory: ukraine-cedes-held-territory (0)',
    ]);
  });

  it('was the force as well, and that Putin talks of no ceasefire, after Paris; nothing was resolved', async () => {
    expect(await blockers('2026-01-07')).toEqual([
      'ceasefire: offer-of-talks-left-hanging (0)',
      'nato-membership: nato-membership-in-dispute (37)',
      'nato-membership: ukraine-gives-up-nato (37)',
      'peacekeeping-force: european-force-in-ukraine (1)',
      'process: offer-of-talks-left-hanging (0)',
      'security-guarantees: security-guarantees-in-dispute (37)',
      'territory-administration: administration-in-dispute (37)',
      'territory: no-agreement-on-territorial-concessions (0)',
      'territory: territory-in-dispute (37)',
      'territory: ukraine-cedes-held-territory (37)',
    ]);
  });

  it('has one problem more at the end of January, which Witkoff does not name, so it stands on no issue', async () => {
    const all = await blockers('2026-01-31');
    expect(all).toHaveLength(11);
    expect(all.at(-1)).toBe('witkoff-one-problem-left (5)');
  });
});
