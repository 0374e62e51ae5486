import { wavesOf } from '../../../src/commands/import/record-lines.js';
import type { Line } from '../../../src/commands/import/line.js';
import type { Task } from '../../../src/commands/writing/import-kind.js';
import type { StreamAppend } from '../../../src/event-store/event-store.js';
import type { NamedKind } from '../../../src/vocabulary/events/texts.js';

interface Appending {
  readonly text: string;
  readonly line: Line;
  readonly append: StreamAppend;
}

/** `KIND ID: KIND ID, …`: what is recorded, and what it names. Of a change to what stands the kind is in capitals. */
function line(text: string): Appending {
  const [what = '', names = ''] = text.split(':');
  const [kind, id] = subject(what);
  const isNew = kind === kind.toLowerCase();
  const stream = ['source', 'report'].includes(kind.toLowerCase()) ? `${kind.toLowerCase()} ${id}` : 'registry';
  const named = names.split(',').flatMap((name) => (name === '' ? [] : [subject(name.trim())]));
  const task = {
    brings: { kind: kind.toLowerCase() as NamedKind, id },
    names: named.map(([one, of]) => ({ kind: one as NamedKind, id: of })),
    stream,
  };
  const append: StreamAppend = { stream, events: [], expected: isNew ? 'no-stream' : 0n };
  return { text, line: { number: 1, negotiation: 'n', id, task: task as Partial<Task> as Task }, append };
}

function subject(text: string): [kind: string, id: string] {
  const [kind = '', id = ''] = text.split(' ');
  return [kind, id];
}

const waves = (...lines: string[]): string[][] => wavesOf(lines.map(line)).map((wave) => wave.map(({ text }) => text));

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

it('a report that names another one waits for it, and so do all after it', () => {
  expect(waves('report a: source s', 'report b: report a', 'report c: source s')).toEqual([
    ['report a: source s'],
    ['report b: report a', 'report c: source s'],
  ]);
});

it('what is written to one stream goes together, though one names the other: the stream keeps their order', () => {
  expect(waves('party a', 'person b: party a', 'report r: person b', 'REPORT r')).toEqual([
    ['party a', 'person b: party a'],
    ['report r: person b', 'REPORT r'],
  ]);
});
