import { limits } from './limits.js';

const NEWLINE = 0x0a;

/** A line of a body, without its end. */
export interface ByteLine {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** null where the line is longer than is taken. */
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of a stream of bytes that are not blank, as many at a time as arrived together: who sends one line and waits for its
 * outcome gets it. Memory holds no more than what arrived and one line.
 */
export async function* byteLines(body: AsyncIterable<Uint8Array>): AsyncIterable<readonly ByteLine[]> {
  const reader = new LineReader();
  for await (const chunk of body) {
    const lines = reader.take(chunk);
    if (lines.length > 0) yield lines;
  }
  const last = reader.end();
  if (last) yield [last];
}

class LineReader {
  private number = 1;
  private parts: Uint8Array[] = [];
  private length = 0;

  take(chunk: Uint8Array): ByteLine[] {
    const lines: ByteLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.add(chunk.subarray(start, end));
      const line = this.end();
      if (line) lines.push(line);
      start = end + 1;
    }
    this.add(chunk.subarray(start));
    return lines;
  }

  /** What was read since the last line; undefined where it is blank. */
  end(): ByteLine | undefined {
    const { number, length } = this;
    const bytes = Buffer.concat(this.parts);
    [this.number, this.parts, this.length] = [number + 1, [], 0];
    if (length > limits.lineBytes) return { number, bytes: null };
    return isBlank(bytes) ? undefined : { number, bytes };
  }

  private add(part: Uint8Array): void {
    this.length += part.length;
    if (this.length <= limits.lineBytes) this.parts.push(part);
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
