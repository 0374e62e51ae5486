import { configOf, LOG_LEVELS, SETTINGS } from '../../src/config.js';
import { PROBLEMS } from '../../src/http/problems.js';
import { chapter, documentation } from './tour.js';

/** The cells of a chapter's table, without the backticks around them. */
function rows(heading: string): string[][] {
  const lines = chapter(documentation(), heading)
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1')),
  );
}

describe('the table of settings in the reference', () => {
  it('has every setting with its default, and no other', () => {
    expect(rows('Settings').map(([name, byDefault]) => [name, byDefault])).toEqual(Object.entries(SETTINGS));
  });

  it('names every level of the log', () => {
    const [, , meaning = ''] = rows('Settings').find(([name]) => name === 'LOG_LEVEL') ?? [];
    expect([...meaning.matchAll(/`(\w+)`/g)].map(([, level]) => level)).toEqual([...LOG_LEVELS]);
  });

  it('is right about the seeds: loaded into the embedded store if nothing else is said', () => {
    expect(configOf({}).loadSeeds).toBe(true);
    expect(configOf({ EVENT_STORE_URL: 'esdb://127.0.0.1:2113' }).loadSeeds).toBe(false);
  });
});

describe('the table of problem codes in the reference', () => {
  it('has every code with its status, and no other', () => {
    const documented = rows('Problem codes').map(([code, status]) => [code, Number(status)]);
    expect(documented).toEqual(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]));
  });

  it('says of each when it comes', () => {
    for (const [, , when] of rows('Problem codes')) expect(when).not.toBe('');
  });
});

describe('the codes that the reference names elsewhere', () => {
  it('are codes with the status that they are named with', () => {
    const named = [...chapter(documentation(), 'Commands').matchAll(/\b([45]\d\d) `([a-z-]+)`/g)];
    expect(named.length).toBeGreaterThan(10);
    for (const [, status, code = ''] of named)
      expect([code, PROBLEMS[code as keyof typeof PROBLEMS].status]).toEqual([code, Number(status)]);
  });
});
