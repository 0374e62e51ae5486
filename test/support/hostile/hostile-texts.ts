import fc from 'fast-check';
import { anything } from '../service-fuzz.js';

/** Stands in a body for JSON, or what is none, that no value of JavaScript is written as. */
const RAW = /"#raw:([A-Za-z0-9+/=]*)#"/g;

function raw(fragment: string): string {
  return `#raw:${Buffer.from(fragment, 'utf8').toString('base64')}#`;
}

function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + close.repeat(depth);
}

const FRAGMENTS = [
  ...['1e400', '-1e400', '1e-400', '-0', '9007199254740993', '123456789012345678901234567890', '0.1000000000000000000000001'],
  ...['01', 'NaN', 'Infinity', '+1', '.5', '0x10', 'undefined', "'a'", '', '/* a */ 1', '1,'],
  ...['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}', '{"a":1,"a":2}', '{"toString":1}'],
  ...[
    '"\\ud800"',
    '"\\udfff\\ud800"',
    '"\\u0000"',
    '"\u0000"',
    '"\u0007"',
    '"\\x41"',
    '"\\u12"',
    '"\u202e\u2066"',
    '"\u{1f468}\u200d\u{1f469}"',
  ],
  ...[nested('[', ']', 31), nested('[', ']', 40), nested('[', ']', 5_000), nested('{"a":', '}', 40), '['.repeat(20_000)],
  `"${'a'.repeat(30_000)}"`,
  `"${'e\u0301'.repeat(500)}"`,
  `[${'1,'.repeat(2_000)}1]`,
];

/** A value of the wrong type, or text that is odd, or none that JSON has. */
export const hostileValue: fc.Arbitrary<fc.JsonValue> = fc.oneof(anything, fc.constantFrom(...FRAGMENTS.map(raw)));

/** A body as the bytes that are sent. */
export function written(body: fc.JsonValue): Buffer {
  const text = JSON.stringify(body).replaceAll(RAW, (_, fragment: string) => Buffer.from(fragment, 'base64').toString('utf8'));
  return Buffer.from(text, 'utf8');
}

/** What may befall bytes on their way. */
export const brokenBytes: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc
  .tuple(
    fc.constantFrom('cut off', 'insert', 'mark', 'utf-16', 'append'),
    fc.nat(100_000),
    fc.constantFrom('ff', 'c0af', 'eda080', 'f4908080', '00', '80', 'e282'),
  )
  .map(([how, place, bytes]) => (whole: Buffer) => {
    const at = whole.length === 0 ? 0 : place % whole.length;
    if (how === 'cut off') return whole.subarray(0, at);
    if (how === 'insert') return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes, 'hex'), whole.subarray(at)]);
    if (how === 'mark') return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole]);
    if (how === 'utf-16') return Buffer.from(whole.toString('utf8'), 'utf16le');
    return Buffer.concat([whole, Buffer.from(bytes, 'hex'), whole.subarray(0, at)]);
  });

const SEGMENTS = [
  ...[
    '..',
    '.',
    '%2e%2e',
    '%2F',
    '%5c',
    '%00',
    '%',
    '%zz',
    '%ff',
    '%c0%af',
    '%ed%a0%80',
    '%F4%90%80%80',
    '%E2%82',
    '%25252e',
    '%0d%0aX-A:%20b',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'A',
    'a.b',
    '-',
    'a_b',
    "a'--",
    '%22',
    '*',
    ':n',
    '{n}',
    '~',
    '@1',
  ],
  ...[
    '%F0%9F%92%A9',
    '%E2%80%AE',
    'e%CC%81',
    'a'.repeat(81),
    'a'.repeat(4_000),
    '0',
    '-1',
    '1e400',
    'null',
    'undefined',
    '[object%20Object]',
  ],
];

/** A part of a path, or a value in a query, that is nothing that is known here. */
export const hostileSegment: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SEGMENTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map(percentEncoded) },
);

function percentEncoded(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
