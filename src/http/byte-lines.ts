const NEWLINE = 0x0a;
const MAX_LINE_BYTES = 1_000_000;

/** A line of a body, without its end. */
export interface ByteLine {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** null where the line is longer than is taken. */
  readonly bytes: Uint8Array | null;
}

/** The lines of a stream of bytes that are not blank; memory holds no more than one of them. */
export async function* byteLines(body: AsyncIterable<Uint8Array>): AsyncIterable<ByteLine> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const line = (): ByteLine | undefined => {
    if (length > MAX_LINE_BYTES) return { number, bytes: null };
    const bytes = Buffer.concat(parts);
    return isBlank(bytes) ? undefined : { number, bytes };
  };
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= MAX_LINE_BYTES) parts.push(part);
  };
  for await (const chunk of body) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      const complete = line();
      if (complete) yield complete;
      [number, parts, length, start] = [number + 1, [], 0, end + 1];
    }
    add(chunk.subarray(start));
  }
  const last = line();
  if (last) yield last;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
