import { type Command, Option } from 'commander';
import { type Axes, axesQuery, withAxes } from './axes-options.js';

/** The way along an axis that changes and replays are asked for. */
export type Way = Axes & { readonly axis?: string; readonly from?: string; readonly to?: string; readonly issue?: string };

/** Gives a command the options of a way along one axis. */
export function withWay(command: Command): Command {
  const along = command
    .addOption(new Option('--axis <axis>', 'which one moves (default: published)').choices(['occurred', 'published', 'recorded']))
    .option('--from <point>', 'a day; with --axis recorded a day, an instant or @POSITION (default: the beginning)')
    .option('--to <point>', 'likewise, included (default: now)')
    .option('--issue <id>', 'one issue alone');
  return withAxes(along);
}

/** The parameters by which a service is asked for a way. */
export function wayQuery({ axis, from, to, issue, ...axes }: Way): Record<string, string | undefined> {
  return { axis, from, to, issue, ...axesQuery(axes) };
}

/** A change as the service tells it. */
export interface Change {
  readonly issue: string | null;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly because: readonly Readonly<Record<string, unknown>>[];
}

/** The cells of a change: issue, element, before, after, because of what. */
export function cellsOf({ issue, path, before, after, because }: Change): string[] {
  return [issue ?? '', path, inShort(before), inShort(after), because.map(causeInShort).join(', ')];
}

/** What makes an element what it is: all of it is in the JSON. */
function inShort(element: unknown): string {
  if (element === null || element === undefined) return '–';
  if (typeof element !== 'object') return JSON.stringify(element).replaceAll('"', '');
  const { modality, status, summary, document, convergence } = element as Readonly<Record<string, unknown>>;
  const title = (document as { title?: unknown } | undefined)?.title;
  return [modality, status, convergence, title, summary].find((one): one is string => typeof one === 'string') ?? '…';
}

/** A cause on one line, for people. */
export function causeInShort(cause: Readonly<Record<string, unknown>>): string {
  const { report, by, event, day } = cause;
  const what = [report, event, day].find((one) => one !== undefined);
  const told = typeof what === 'string' ? what : JSON.stringify(what);
  return typeof by === 'string' ? `${told} (${by})` : told;
}
