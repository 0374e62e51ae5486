import { wavesOf } from '../../../src/commands/import/waves.js';
import type { Task } from '../../../src/commands/writing/import-kind.js';

/** `KIND ID: NAMED…`; of a change to what stands the kind is in capitals. */
function line(text: string): { readonly text: string; readonly task: Task } {
  const [what = '', named = ''] = text.split(':');
  const [kind = '', id = ''] = what.split(' ');
  const isNew = kind === kind.toLowerCase();
  const stream = ['source', 'report'].includes(kind.toLowerCase()) ? `${kind.toLowerCase()} ${id}` : 'registry';
  const names = named.split(',').map((name) => name.trim());
  return { text, task: { brings: isNew ? kind : null, key: isNew ? `${kind} ${id}` : null, names, stream } as Partial<Task> as Task };
}

const wavesIn = (lines: readonly string[], areRecordedWhole: boolean): string[][] =>
  wavesOf(lines.map(line), areRecordedWhole).map((wave) => wave.map(({ text }) => text));

/** Where a wave may be recorded in part. */
const waves = (...lines: string[]): string[][] => wavesIn(lines, false);
/** Where it is recorded whole or not at all. */
const wholeWaves = (...lines: string[]): string[][] => wavesIn(lines, true);

it('reports of known sources go together, in their order', () => {
  expect(waves('report a: source s', 'report b: source s', 'report c: source t')).toEqual([
    ['report a: source s', 'report b: source s', 'report c: source t'],
  ]);
});

it('sources go before the reports that name them, all in two waves', () => {
  const lines = ['source s', 'report a: source s', 'source t', 'report b: source t', 'report c: source s'];
  expect(waves(...lines)).toEqual([
    ['source s', 'source t'],
    ['report a: source s', 'report b: source t', 'report c: source s'],
  ]);
});

it('a source does not go before a report that named it before it was brought', () => {
  expect(waves('report a: source s', 'source s', 'report b: source s')).toEqual([
    ['report a: source s'],
    ['source s'],
    ['report b: source s'],
  ]);
});

it('a report that names another one waits for it, and so do all after it', () => {
  expect(waves('report a: source s', 'report b: report a', 'report c: source s')).toEqual([
    ['report a: source s'],
    ['report b: report a', 'report c: source s'],
  ]);
});

it('what is written to one stream comes one after the other', () => {
  expect(waves('party a', 'party b', 'REPORT r', 'REPORT r')).toEqual([['party a'], ['party b', 'REPORT r'], ['REPORT r']]);
});

it('an entry does not change behind a report that names it', () => {
  expect(waves('report a: proposition p', 'proposition p: issue i', 'report b: proposition p')).toEqual([
    ['report a: proposition p'],
    ['proposition p: issue i'],
    ['report b: proposition p'],
  ]);
});

describe('where a wave is recorded whole', () => {
  it('a source and what names it go together, all lines in their order', () => {
    const lines = ['source s', 'report a: source s', 'source t', 'report b: source t'];
    expect(wholeWaves(...lines)).toEqual([lines]);
  });

  it('a source does not go with a report that named it before it was brought', () => {
    expect(wholeWaves('report a: source s', 'source s', 'report b: source s')).toEqual([
      ['report a: source s'],
      ['source s', 'report b: source s'],
    ]);
  });

  it('a report that names another one still waits for it', () => {
    expect(wholeWaves('source s', 'report a: source s', 'report b: report a')).toEqual([
      ['source s', 'report a: source s'],
      ['report b: report a'],
    ]);
  });
});
