import type { Json } from '../asked.js';

interface AnswerTold {
  readonly status: number;
  readonly text: string;
}

/** How many events the answer to a write says that it recorded. */
export function toldAsRecorded({ status, text }: AnswerTold): number {
  if (status >= 300) return 0;
  const lines = text.split('\n').filter((line) => line.startsWith('{'));
  const [first = {}] = lines.map((line) => JSON.parse(line) as Partial<Json>);
  if ('outcome' in first && !('line' in first)) return first.outcome === 'unchanged' ? 0 : 1;
  const { summary = { created: 0, changed: 0 } } = JSON.parse(lines.at(-1) ?? '{}') as Partial<Json>;
  return Number(summary.created) + Number(summary.changed);
}

/** What a service may not be able to answer just now, whatever is asked. */
const NOT_NOW = ['not-ready', 'too-dear', 'position-not-reached'];

/** Whether an answer is one that no input may lead to. */
export function isFaultOfService({ status, text }: AnswerTold): boolean {
  return status >= 500 && !(status === 503 && NOT_NOW.includes((JSON.parse(text) as Json).code));
}

/** Faults that say nothing of what is wrong, or not where, among those that an answer tells, of lines of an import too. */
export function unclearFaults({ status, text }: AnswerTold): string[] {
  if (!text.includes('"urn:problem:')) return [];
  const answers = status === 200 ? text.split('\n').filter((line) => line.startsWith('{')) : [text];
  return answers.map((answer) => JSON.parse(answer) as Partial<Json>).flatMap((answer) => unclearIn(answer));
}

function unclearIn({ problem, items = [], ...answer }: Partial<Json>): string[] {
  const told = (problem ?? answer) as Partial<Json>;
  if (told.code === undefined) return items.flatMap((item) => unclearIn(item));
  const faults = (told.errors ?? []).filter(({ code, detail, pointer, parameter }) => {
    const isPlaced = pointer !== undefined || parameter !== undefined || OF_PATH.includes(told.code ?? '');
    return !isPlaced || code === '' || SAYS_NOTHING.test(detail);
  });
  const isEmpty = FAULTY.includes(told.code) && (told.errors ?? []).length === 0;
  return [
    ...faults.map((fault) => JSON.stringify(fault)),
    ...(isEmpty || SAYS_NOTHING.test(told.detail ?? '') ? [JSON.stringify(told)] : []),
  ];
}

/** Of these each fault stands somewhere. */
const FAULTY = ['invalid-body', 'invalid-query'];
/** Whose faults are of what the path names. */
const OF_PATH = ['not-found', 'not-visible'];
const SAYS_NOTHING = /^(Invalid( input)?|Bad Request|)\.?$/i;
