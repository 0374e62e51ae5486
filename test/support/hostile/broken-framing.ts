import { gzipSync } from 'node:zlib';
import { chunk } from '../raw-connection.js';
import { asked, bytesOf, type Draft, type Sending, sized, withHeader } from './raw-draft.js';

const DECLARED = [
  ...['-1', '+1', '1, 1', '1e3', '0x10', '99999999999999999999', '9007199254740993', '', ' ', '0', '1', '\u00b9', '1 1', '1;'],
];

/** Headers that tell another length of the body than it has, or two. */
export const LENGTHS: readonly ((length: number) => string)[] = [
  ...DECLARED.map((declared) => () => `Content-Length: ${declared}`),
  ...[-5, -1, 1, 10, 100, 5_000_000].map((more) => (length: number) => `Content-Length: ${String(Math.max(0, length + more))}`),
  (length) => `Content-Length: ${String(length)}\r\nContent-Length: ${String(length)}`,
  (length) => `Content-Length: ${String(length)}\r\nContent-Length: ${String(length + 1)}`,
  (length) => `Content-Length: ${String(length)}\r\nTransfer-Encoding: chunked`,
  (length) => `Transfer-Encoding: chunked\r\nContent-Length: ${String(length)}`,
  (length) => `Content-Length : ${String(length)}`,
  (length) => `Content-Length:\t${String(length)}\t`,
];

const CODINGS = [
  ...['chunked, chunked', 'gzip, chunked', 'chunked, gzip', 'identity', 'xchunked', 'Chunked', '\u000bchunked', 'chunked;q=1'],
  ...['chunked\r\nTransfer-Encoding: identity', ', chunked', 'chunked,', '"chunked"', '', 'gzip'],
];
const SIZES = [
  ...['-5', 'zz', '', ' ', '0x5', 'ffffffffffffffff', 'fffffffffffffffff', '+5', '5;', '5;a=b', '5 5', '\u00b9', '05', '1e1'],
  `5;${'a'.repeat(20_000)}`,
];
const END = '0\r\n\r\n';

function inChunks(draft: Draft, body: string, coding = 'chunked', then: Sending['then'] = 'asks on'): Sending {
  return { pieces: [bytesOf({ ...withHeader(draft, `Transfer-Encoding: ${coding}`), body: Buffer.from(body, 'latin1') })], then };
}

const bytes = ({ body }: Draft): string => body.toString('latin1');
const size = ({ body }: Draft, more = 0): string => Math.max(0, body.length + more).toString(16);

/** Bodies in chunks that are not as they say. */
export const CHUNKED: readonly ((draft: Draft) => Sending)[] = [
  ...CODINGS.map((coding) => (draft: Draft) => inChunks(draft, `${size(draft)}\r\n${bytes(draft)}\r\n${END}`, coding)),
  ...[-3, -1, 1, 7, 70_000].map((more) => (draft: Draft) => inChunks(draft, `${size(draft, more)}\r\n${bytes(draft)}\r\n${END}`)),
  ...SIZES.map((told) => (draft: Draft) => inChunks(draft, `${told}\r\n${bytes(draft)}\r\n${END}`)),
  (draft) => inChunks(draft, `${size(draft)}\n${bytes(draft)}\n0\n\n`),
  (draft) => inChunks(draft, `${size(draft)}\r\n${bytes(draft)}${END}`),
  (draft) => inChunks(draft, `${size(draft)}\r\n${bytes(draft)}\r\n`, 'chunked', 'ends'),
  (draft) => inChunks(draft, `${size(draft, 100)}\r\n${bytes(draft)}`, 'chunked', 'ends'),
  (draft) => inChunks(draft, `${size(draft)}\r\n${bytes(draft)}\r\n0\r\nAuthorization: Bearer x\r\nContent-Length: 1\r\n\r\n`),
  (draft) => inChunks(draft, `${size(draft)}\r\n${bytes(draft)}\r\n0\r\n${'X-A: b\r\n'.repeat(5_000)}\r\n`),
  (draft) => inChunks(draft, [...bytes(draft)].map((byte) => chunk(byte)).join('') + END),
];

const packed = (coding: string, pack: (body: Buffer) => Buffer) => (draft: Draft) =>
  sized(withHeader({ ...draft, body: pack(draft.body) }, `Content-Encoding: ${coding}`));

/** Bodies that are packed, or say so. */
export const PACKED: readonly ((draft: Draft) => Draft)[] = [
  packed('gzip', (body) => gzipSync(body)),
  packed('gzip', (body) => gzipSync(body).subarray(0, -9)),
  packed('gzip', (body) => body),
  packed('gzip', () => Buffer.from([0x1f, 0x8b])),
  packed('gzip', () => gzipSync(Buffer.alloc(20_000_000))),
  packed('gzip, gzip', (body) => gzipSync(gzipSync(body))),
  ...['deflate', 'br', 'zstd', 'x-gzip', 'identity', 'IDENTITY', '', 'nothing', 'identity, gzip', '\u00ff'].map((coding) =>
    packed(coding, (body) => body),
  ),
];

/** What may stand between requests on one connection. */
export const BETWEEN: readonly Buffer[] = [
  ...[
    '\r\n',
    '\r\n\r\n',
    '\n',
    '\u0000',
    'x',
    END,
    'GET / HTTP/9.9\r\n\r\n',
    'HTTP/1.1 200 OK\r\n\r\n',
    'GET /health/live HTTP/1.1\r\n\r\n',
  ],
].map((some) => Buffer.from(some, 'latin1'));

/** A request without its end: it cannot be taken as a whole. */
export function cutOff(draft: Draft, place: number, then: Sending['then']): Sending {
  const whole = bytesOf(sized(draft));
  return { pieces: [whole.subarray(0, place % whole.length)], then };
}

/** A body that comes bit by bit, and never whole. */
export function slowly(draft: Draft, many: number, then: Sending['then']): Sending {
  const { body, ...head } = sized(draft);
  const step = Math.max(1, Math.floor(body.length / many));
  const parts = Array.from({ length: many }, (_, i) => body.subarray(i * step, Math.min((i + 1) * step, body.length - 1)));
  return { pieces: [bytesOf({ ...head, body: Buffer.alloc(0) }), ...parts], then };
}

/** An import whose last line ends in the middle of a character, told as whole or not. @param after how many of its characters of more than one byte */
export function cutInCharacter(draft: Draft, after: number, isToldWhole: boolean): Sending {
  const places = [...draft.body.entries()].flatMap(([place, byte]) => (byte >= 0xc0 ? [place + 1] : []));
  const body = draft.body.subarray(0, places[after % places.length]);
  if (isToldWhole) return asked(sized({ ...draft, body }));
  return { pieces: [bytesOf({ ...sized(draft), body })], then: 'ends' };
}

/** What is no HTTP at all. */
export const NOISE: readonly Buffer[] = [
  Buffer.from('16030100c8010000c40303', 'hex'),
  ...['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'SSH-2.0-OpenSSH_9.9\r\n', 'EHLO tracker\r\n', '*1\r\n$4\r\nPING\r\n', '\r\n\r\n\r\n'].map(
    (text) => Buffer.from(text),
  ),
  ...['PROXY TCP4 1.1.1.1 2.2.2.2 1 2\r\n', 'GET / HTTP/1.1\r\nHost: x\r\n', '\r\n'.repeat(50_000)].map((text) => Buffer.from(text)),
  Buffer.alloc(100_000),
];
