import type { Position } from '../vocabulary/position.js';
import type { NameKind } from './lookups.js';
import type { ReadModelFile } from './read-model-file.js';
import { Remembered } from './remembered.js';

/** The ids behind numbers never change as long as the file is the same. */
const ids = new WeakMap<ReadModelFile, Remembered<string>>();
const numbers = new WeakMap<ReadModelFile, Remembered<number>>();

const SELECT_KEY = 'SELECT key FROM name WHERE negotiation = ? AND kind = ? AND id = ?';

/** The number that stands for a name; undefined where it never came. */
export function numberOfName(file: ReadModelFile, negotiation: string, kind: NameKind, id: string): number | undefined {
  const known = rememberedOf(numbers, file);
  const key = `${negotiation} ${kind} ${id}`;
  const found = known.peek(key) ?? file.get<{ key: number }>(SELECT_KEY, negotiation, kind, id)?.key;
  // What is not there now may come.
  if (found !== undefined) known.set(key, found);
  return found;
}

/** The numbers of some names that ever came. */
export function numbersOfNames(file: ReadModelFile, negotiation: string, kind: NameKind, of: readonly string[]): number[] {
  return of.flatMap((id) => numberOfName(file, negotiation, kind, id) ?? []);
}

/** The numbers of all names of a kind. */
export function allNumbers(file: ReadModelFile, negotiation: string, kind: NameKind): number[] {
  return file.all<{ key: number }>('SELECT key FROM name WHERE negotiation = ? AND kind = ?', negotiation, kind).map(({ key }) => key);
}

/** The id that a number stands for. */
export function idOfName(file: ReadModelFile, number: number): string {
  return rememberedOf(ids, file).get(String(number), () => file.get<{ id: string }>('SELECT id FROM name WHERE key = ?', number)?.id ?? '');
}

/** The position at which a report was first recorded; undefined where it is not recorded by R. */
export function numberOfReport(file: ReadModelFile, negotiation: string, id: string, recordedBy: Position): number | undefined {
  const name = numberOfName(file, negotiation, 'negotiation', negotiation);
  if (name === undefined) return undefined;
  return file.get<{ report: number }>('SELECT report FROM report WHERE negotiation = ? AND id = ? AND report <= ?', name, id, recordedBy)
    ?.report;
}

/** Whether a report names something, in any version. */
export function isNamed(file: ReadModelFile, negotiation: string, kind: NameKind, id: string): boolean {
  const name = numberOfName(file, negotiation, kind, id);
  return name !== undefined && file.get('SELECT 1 FROM mention WHERE name = ? LIMIT 1', name) !== undefined;
}

function rememberedOf<T>(by: WeakMap<ReadModelFile, Remembered<T>>, file: ReadModelFile): Remembered<T> {
  const known = by.get(file) ?? new Remembered<T>();
  by.set(file, known);
  return known;
}
