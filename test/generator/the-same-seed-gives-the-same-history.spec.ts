import { appends } from '../../bench/generator/appends.js';
import type { HistoryOptions } from '../../bench/generator/history-options.js';
import { importLines } from '../../bench/generator/import-lines.js';

const lines = (options: Partial<HistoryOptions>): string =>
  [...importLines({ seed: 1, reports: 300, late: 0.01, ...options })].map((line) => JSON.stringify(line)).join('\n');

it('the same seed gives the same lines', () => {
  expect(lines({})).toEqual(lines({}));
});

it('another seed gives others', () => {
  expect(lines({ seed: 2 })).not.toEqual(lines({}));
});

it('the same seed gives the same events, ids and instants included', () => {
  const events = (): string[] => [...appends({ seed: 1, reports: 300, late: 0.2 })].map(({ event }) => JSON.stringify(event));
  expect(events()).toEqual(events());
});

it('no id of an event comes twice, and no instant before one that came', () => {
  const events = [...appends({ seed: 1, reports: 300, late: 0.2 })].map(({ event }) => event);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const instants = events.map(({ metadata }) => metadata.recordedAt ?? '');
  expect(instants).toEqual(instants.toSorted());
});
