import fc from 'fast-check';
import { BETWEEN, CHUNKED, cutInCharacter, cutOff, LENGTHS, NOISE, PACKED, slowly } from './broken-framing.js';
import { INJECTING, ODD_BYTES, ODD_HEADERS, OVERSIZE, PLACES, REQUEST_LINES } from './broken-heads.js';
import { brokenBytes } from './hostile-texts.js';
import { asked, bytesOf, drafts, type Sending, sized, withHeader } from './raw-draft.js';

export interface RawRequest extends Sending {
  /** What is wrong with it. */
  readonly kind: string;
}

const from = <T>(some: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...some);
const then = from<Sending['then']>(['ends', 'resets']);

/** What may be sent on a connection, of each kind as often. @param key of an admin */
export function rawRequests(key: string): fc.Arbitrary<RawRequest> {
  const { open, read, report, party, lines, array } = drafts(key);
  const any = from([open, read, report, party, lines, array]);
  const write = from([report, party, array]);
  const sent = from([report, party, array, lines]);
  const kinds: Readonly<Record<string, fc.Arbitrary<Sending>>> = {
    'request line': fc.tuple(any, from(REQUEST_LINES)).map(([draft, line]) => asked({ ...sized(draft), line })),
    header: fc.tuple(any, from(ODD_HEADERS), fc.nat(3)).map(([draft, header, at]) => asked(withHeader(sized(draft), header, at))),
    injection: fc.tuple(any, from(INJECTING)).map(([draft, inject]) => asked(inject(sized(draft)))),
    'odd bytes': fc.tuple(any, from(ODD_BYTES), from(PLACES)).map(([draft, bytes, put]) => asked(put(sized(draft), bytes))),
    oversize: fc.tuple(any, from(OVERSIZE)).map(([draft, grow]) => asked(grow(sized(draft)))),
    length: fc.tuple(any, from(LENGTHS)).map(([draft, length]) => asked(withHeader(draft, length(draft.body.length)))),
    chunks: fc.tuple(sent, from(CHUNKED)).map(([draft, lie]) => lie(draft)),
    packed: fc.tuple(sent, from(PACKED)).map(([draft, pack]) => asked(pack(draft))),
    'broken body': fc.tuple(sent, brokenBytes).map(([draft, broken]) => asked(sized({ ...draft, body: broken(draft.body) }))),
    'lines cut': fc.tuple(fc.nat(), fc.boolean()).map(([after, isToldWhole]) => cutInCharacter(lines, after, isToldWhole)),
    'cut off': fc.tuple(write, fc.nat(), then).map(([draft, place, how]) => cutOff(draft, place, how)),
    slow: fc.tuple(write, fc.integer({ min: 2, max: 30 }), then).map(([draft, many, how]) => slowly(draft, many, how)),
    pipelined: fc
      .array(
        fc.oneof(
          any.map((draft) => bytesOf(sized(draft))),
          from(BETWEEN),
        ),
        { minLength: 2, maxLength: 12 },
      )
      .map((some) => ({ pieces: [Buffer.concat(some)], then: 'asks on' })),
    noise: fc
      .oneof(
        from(NOISE),
        fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      )
      .map((bytes) => ({ pieces: [bytes], then: 'ends' })),
  };
  return fc.oneof(...Object.entries(kinds).map(([kind, some]) => some.map((sending) => ({ kind, ...sending }))));
}
