/** A request before it is broken; its lines are bytes, as latin-1. */
export interface Draft {
  readonly line: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Bytes for a connection of their own. */
export interface Sending {
  /** Sent one after the other, each in a turn of its own. */
  readonly pieces: readonly Buffer[];
  /**
   * What follows. `asks on`: a good request that has the connection closed, whatever it is taken for; `ends`: nothing, and the answer is
   * waited for; `resets`: the connection is gone at once.
   */
  readonly then: 'asks on' | 'ends' | 'resets';
}

export const READ_PATH = '/v1/negotiations/ukraine-peace/issues';
const NEGOTIATION = '/v1/admin/negotiations/ukraine-peace';
const HOST = 'Host: tracker.example';
const NOTHING = Buffer.alloc(0);
const REPORT = {
  type: 'ContextReported',
  source: { id: 'article-002' },
  summary: 'Nichts Neues, sagt man in Kyjiw: \u0433\u043e\u0434\u0456 \u{1f54a}',
  data: { kind: 'background' },
};

/** Requests of which each, as it stands, is served; what they import is rejected all the same. @param key of an admin */
export function drafts(key: string): Readonly<Record<'open' | 'read' | 'report' | 'party' | 'lines' | 'array', Draft>> {
  const admin = [HOST, `Authorization: Bearer ${key}`];
  const sending = (line: string, type: string, body: string): Draft => ({
    line: `${line} HTTP/1.1`,
    headers: [...admin, `Content-Type: ${type}`],
    body: Buffer.from(body),
  });
  const line = `${JSON.stringify({ entry: 'report', id: 'of-no-source', ...REPORT, source: { id: 'no-such-source' } })}\n`;
  return {
    open: { line: `GET ${READ_PATH}?limit=1 HTTP/1.1`, headers: [HOST], body: NOTHING },
    read: { line: `GET ${NEGOTIATION}/issues/territory HTTP/1.1`, headers: admin, body: NOTHING },
    report: sending(`POST ${NEGOTIATION}/reports`, 'application/json', JSON.stringify(REPORT)),
    party: sending(`PUT ${NEGOTIATION}/parties/odd`, 'application/json', '{"name": "\u041e\u0434\u0434", "kind": "group"}'),
    lines: sending(`POST ${NEGOTIATION}/import`, 'application/x-ndjson', line.repeat(3)),
    array: sending(`POST ${NEGOTIATION}/import`, 'application/json', `[${line}]`),
  };
}

export function bytesOf({ line, headers, body }: Draft): Buffer {
  return Buffer.concat([Buffer.from([line, ...headers, '', ''].join('\r\n'), 'latin1'), body]);
}

/** With the length of its body told. */
export function sized(draft: Draft): Draft {
  return draft.body.length === 0 ? draft : withHeader(draft, `Content-Length: ${String(draft.body.length)}`);
}

/** @param at before which of its headers; left out: behind all */
export function withHeader(draft: Draft, header: string, at = draft.headers.length): Draft {
  return { ...draft, headers: draft.headers.toSpliced(at, 0, header) };
}

export function asked(draft: Draft): Sending {
  return { pieces: [bytesOf(draft)], then: 'asks on' };
}
