import { Accepted } from '../../../src/http/accepted.js';
import { isCsvAsked } from '../../../src/http/csv-asked.js';

it.each<[accept: string | undefined, type: string, quality: number]>([
  [undefined, 'application/json', 1],
  ['', 'application/json', 1],
  [' ', 'text/csv', 1],
  ['*/*', 'text/csv', 1],
  ['text/*;q=0.5, */*;q=0.1', 'text/csv', 0.5],
  ['text/*;q=0.5, */*;q=0.1', 'application/json', 0.1],
  ['application/json;q=0, */*', 'application/json', 0],
  ['application/json; q=0', 'application/json', 0],
  ['Application/JSON; charset=utf-8; Q=0.3', 'application/json', 0.3],
  ['text/html', 'application/json', 0],
  ['application/json;q=x', 'application/json', 1],
])('%j takes %s by %d', (accept, type, quality) => {
  expect(new Accepted(accept).quality(type)).toBe(quality);
});

it('a type is named by itself, as one that is wanted', () => {
  expect(new Accepted('text/event-stream;q=0.1').names('text/event-stream')).toBe(true);
  expect(new Accepted('text/event-stream;q=0, */*').names('text/event-stream')).toBe(false);
  expect(new Accepted('*/*').names('text/event-stream')).toBe(false);
  expect(new Accepted(undefined).names('text/event-stream')).toBe(false);
});

it.each<[accept: string, isCsv: boolean]>([
  ['text/csv', true],
  ['text/*', true],
  ['text/csv, */*', true],
  ['text/csv, application/json', false],
  ['application/json;q=0.5, text/csv', true],
  ['application/json;q=0, */*', true],
  ['text/csv;q=0, */*', false],
  ['text/csv;q=0.2, */*;q=0.8', false],
  ['text/html, */*;q=0.8', false],
  ['', false],
])('a table is CSV by %j: %s', (accept, isCsv) => {
  const url = '/v1/negotiations/n/issues';
  expect(isCsvAsked({ url, originalUrl: url, headers: { accept } })).toBe(isCsv);
});
