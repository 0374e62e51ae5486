import type { Position } from '../../vocabulary/position.js';

/** An event by which a log is known again: no other log has the same one at the same place. */
export interface Mark {
  readonly id: string;
  readonly stream: string;
  readonly position: Position;
}

/** What keeps marks: they are written with the position that is applied next, or not at all. */
export interface KeepsMarks {
  noteBeside(key: string, value: string): void;
  noted(key: string): string | undefined;
}

const FIRST = 'first-event';
const LAST = 'last-event';

/** Of the first and the last event that were ever applied to a file. @param marked those that are applied next: at least the first and the last one */
export function noteMarks(file: KeepsMarks, marked: readonly Mark[]): void {
  const [first] = marked;
  const last = marked.at(-1);
  if (first === undefined || last === undefined) return;
  if (file.noted(FIRST) === undefined) file.noteBeside(FIRST, textOf(first));
  file.noteBeside(LAST, textOf(last));
}

/** The first and the last one; fewer in a file that was filled before marks were kept. */
export function marksOf(file: KeepsMarks): Mark[] {
  return [FIRST, LAST].flatMap((key) => markIn(file.noted(key)) ?? []);
}

/** Whether an event is the one that a mark is of. */
export function isMarkedBy(mark: Mark, event: Mark | undefined): boolean {
  return event?.id === mark.id && event.stream === mark.stream && event.position === mark.position;
}

function textOf({ id, stream, position }: Mark): string {
  return JSON.stringify({ id, stream, position: String(position) });
}

function markIn(text: string | undefined): Mark | undefined {
  if (text === undefined) return undefined;
  const { id, stream, position } = JSON.parse(text) as Record<keyof Mark, string>;
  return { id, stream, position: BigInt(position) };
}
