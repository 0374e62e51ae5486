/** One of the answers that came on a connection. */
export interface RawAnswer {
  readonly status: number;
  /** Each as its line. */
  readonly headers: readonly string[];
  readonly text: string;
  /** Whether it came whole: an import that nobody goes on with has no end. */
  readonly isWhole: boolean;
}

const HEAD_END = '\r\n\r\n';
const HEAD = /^HTTP\/1\.1 (\d{3}) [^\r\n]*((?:\r\n[^\r\n:]+: [^\r\n]*)*)$/;
const CONTINUE = 100;

/** The answers among bytes, in their order. None is to a HEAD. @throws where something among them is none */
export function rawAnswers(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes.toString('latin1');
  while (rest !== '') {
    const end = rest.indexOf(HEAD_END);
    const [, status, lines = ''] = HEAD.exec(rest.slice(0, end)) ?? [];
    if (end < 0 || status === undefined) throw new Error(`no answer of HTTP: ${rest.slice(0, 200)}`);
    rest = rest.slice(end + HEAD_END.length);
    if (Number(status) === CONTINUE) continue;
    const headers = lines.split('\r\n').filter((line) => line !== '');
    const body = bodyAt(rest, headers, Number(status));
    answers.push({ status: Number(status), headers, text: Buffer.from(body.bytes, 'latin1').toString('utf8'), isWhole: body.isWhole });
    rest = rest.slice(body.length);
  }
  return answers;
}

interface Body {
  readonly bytes: string;
  /** With all that frames it. */
  readonly length: number;
  readonly isWhole: boolean;
}

function bodyAt(rest: string, headers: readonly string[], status: number): Body {
  const value = (name: string): string | undefined =>
    headers.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2);
  if (status === 204 || status === 304) return { bytes: '', length: 0, isWhole: true };
  if (value('transfer-encoding') === 'chunked') return chunksAt(rest);
  const length = Number(value('content-length') ?? 0);
  return { bytes: rest.slice(0, length), length, isWhole: rest.length >= length };
}

function chunksAt(rest: string): Body {
  let bytes = '';
  let at = 0;
  for (;;) {
    const end = rest.indexOf('\r\n', at);
    const size = Number.parseInt(rest.slice(at, end), 16);
    if (end < 0 || Number.isNaN(size)) return { bytes, length: rest.length, isWhole: false };
    bytes += rest.slice(end + 2, end + 2 + size);
    at = end + 2 + size + 2;
    if (size === 0) return { bytes, length: at, isWhole: at <= rest.length };
  }
}
