import type { Json } from '../service.js';

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
