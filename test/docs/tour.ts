import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One request of the tour and what it is answered by, as docs/tour.md prints them. */
export interface Step {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly answer: string;
}

const PAGES = ['README.md', 'docs/tour.md', 'docs/reference.md', 'docs/operating.md', 'CONTRIBUTING.md'];

/** All that the project says of itself to those who use it. */
export function documentation(): string {
  return PAGES.map((page) => readFileSync(join(import.meta.dirname, '../..', page), 'utf8')).join('\n');
}

/** The text from one heading of the first or second level to the next. */
export function chapter(text: string, heading: string): string {
  return text.split(/^##? /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

/** @param variables what `$NAME` stands for in the requests */
export function stepsOfTour(text: string, variables: Readonly<Record<string, string>>): Step[] {
  const blocks = [...text.matchAll(/^### (?<title>.+)$|^```(?<kind>sh|json|http)\n(?<content>[^]*?)^```$/gm)].map(({ groups }) => groups);
  const steps: Step[] = [];
  let title = '';
  let command: string | undefined;
  for (const block of blocks) {
    if (block?.title !== undefined) title = block.title;
    else if (block?.kind === 'sh') {
      if (command !== undefined) throw new Error(`no answer is printed for ${command}`);
      command = block.content ?? '';
    } else if (command !== undefined) {
      steps.push({ title, ...requestOf(command, variables), ...answerOf(block?.content ?? '') });
      command = undefined;
    }
  }
  if (command !== undefined) throw new Error(`no answer is printed for ${command}`);
  return steps;
}

function requestOf(command: string, variables: Readonly<Record<string, string>>): Pick<Step, 'method' | 'url' | 'headers' | 'body'> {
  const [program, ...words] = wordsOf(command, variables);
  if (program !== 'curl') throw new Error(`only curl is understood, not ${command}`);
  const headers: Record<string, string> = {};
  let method: string | undefined;
  let url = '';
  let body: string | undefined;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-X') method = words.shift();
    else if (word === '--json') body = words.shift();
    else if (word === '-H') addHeader(headers, words.shift() ?? '');
    else url = word;
  }
  if (body !== undefined) headers['content-type'] = 'application/json';
  return { method: method ?? (body === undefined ? 'GET' : 'POST'), url, headers, body };
}

/** The words of a shell command: quoted by ' as they stand, by " with `$NAME` replaced. */
function wordsOf(command: string, variables: Readonly<Record<string, string>>): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)].map(([, literal, replaced, plain]) =>
    replaced === undefined ? (literal ?? plain ?? '') : replaced.replace(/\$(\w+)/g, (_, name: string) => variables[name] ?? ''),
  );
}

function answerOf(content: string): Pick<Step, 'status' | 'answerHeaders' | 'answer'> {
  const [, status, head = '', answer = ''] = /^HTTP\/1\.1 (\d+)[^\n]*\n((?:[\w-]+:[^\n]*\n)*)\n([^]*)$/.exec(content) ?? [];
  if (status === undefined) return { status: 200, answerHeaders: {}, answer: content };
  const answerHeaders: Record<string, string> = {};
  for (const line of head.split('\n').filter((each) => each !== '')) addHeader(answerHeaders, line);
  return { status: Number(status), answerHeaders, answer };
}

function addHeader(headers: Record<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([\w-]+): *(.*)$/.exec(line) ?? [];
  headers[name.toLowerCase()] = value;
}
