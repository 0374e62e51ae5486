/** The parameters of a question, by name; one that was given several times as a list. */
export type AskedAs = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The answer of a read, with what fixes it: the URL to cite and the URL of the next page are made from these. */
export class Answer {
  private made: object | undefined;
  private written: string | undefined;
  private revisionField: string | undefined;
  private rootTold: string | undefined;

  constructor(
    body: object,
    /** Every query parameter of the question, the axes as really used. */
    readonly query: AskedAs,
    /** Of a list: where the next page starts, null behind the last one. Left out: the answer is no list. */
    readonly nextCursor?: string | null,
  ) {
    this.made = body;
  }

  /** One that was written as JSON already, in another thread. @param root of the log up to the position that it is of, where that is known */
  static ofText(text: string, query: Answer['query'], nextCursor: string | null | undefined, root: string | undefined): Answer {
    const answer = new Answer({}, query, nextCursor);
    answer.made = undefined;
    answer.written = text;
    answer.rootTold = root;
    return answer;
  }

  /** The root of the log up to the position that it is of, where the thread that worked it out told it. */
  get root(): string | undefined {
    return this.rootTold;
  }

  /** Gives it the revision in one of its fields as its ETag, which a write then takes as If-Match. */
  taggedBy(field: string): this {
    this.revisionField = field;
    return this;
  }

  /** The revision that is its ETag; undefined where a hash of it is. */
  get revision(): string | undefined {
    return this.revisionField === undefined ? undefined : String((this.body as Record<string, unknown>)[this.revisionField]);
  }

  get body(): object {
    return (this.made ??= JSON.parse(this.text) as object);
  }

  /** The body as JSON. */
  get text(): string {
    return (this.written ??= JSON.stringify(this.made));
  }
}

/** The URL of the page behind a list, as its path has it; null behind the last one and where the answer is no list. */
export function nextUrl(path: string, { query, nextCursor }: Answer): string | null {
  const { cursor: _, ...question } = query;
  return nextCursor == null ? null : urlOf(path, { ...question, cursor: nextCursor });
}

/** What is sent of an answer under a path: a list tells where it goes on. */
export function sentText(path: string, answer: Answer): string {
  return answer.nextCursor === undefined ? answer.text : `${answer.text.slice(0, -1)},"next":${JSON.stringify(nextUrl(path, answer))}}`;
}

/** The path with a query string, its parameters in the order given. */
export function urlOf(path: string, query: AskedAs): string {
  const given = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${encoded(name)}=${encoded(one)}`));
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
}

/** What stands in a query string as it is. */
const PLAIN = /^[\w*.\-@:/]*$/;

/** A page has hundreds of addresses, and mostly there is nothing to encode in them. */
function encoded(text: string): string {
  if (PLAIN.test(text)) return text;
  return new URLSearchParams([[text, '']]).toString().slice(0, -1).replaceAll('%40', '@').replaceAll('%3A', ':').replaceAll('%2F', '/');
}
