export type Headers = Readonly<Record<string, string>>;
export type Http = Readonly<Record<'get' | 'head' | 'options' | 'put' | 'post' | 'patch' | 'delete', (url: string) => Asked>>;

/** JSON of which a test knows the form. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Json extends Record<string, any> {
  id: string;
  position: string;
  revision: string;
  code: string;
  detail: string;
  next: string | null;
  items: Json[];
  stances: Json[];
  at: Record<'asOf' | 'recordedBy' | 'certainty', string> & { knownBy: string | null };
  errors: { pointer?: string; parameter?: string; code: string; detail: string; suggestions?: string[] }[];
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A request that is sent when it is awaited. */
export interface Asked extends PromiseLike<Answered> {
  set(headers: Headers): this;
  send(body: unknown): this;
  serialize(serializer: (body: unknown) => unknown): this;
  buffer(whole: boolean): this;
  parse(parser: unknown): this;
  expect(status: number): this;
  expect(header: string, value: string | RegExp): this;
}

/** Where the errors of a problem stand. */
export function pointers({ errors }: Json): (string | undefined)[] {
  return errors.map(({ pointer, parameter }) => pointer ?? parameter);
}

export function ids({ items }: Json): string[] {
  return items.map(({ id }) => id);
}

/** Each line of JSON. */
export function linesOf(text: string): Json[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Json);
}

/** Reads an answer of any type as text. */
export function asText(response: NodeJS.ReadableStream, done: (error: Error | null, text: string) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8');
    (response as unknown as { text: string }).text = text;
    done(null, text);
  });
}
