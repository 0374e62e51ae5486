import { ReadModelDamaged } from '../../ports/read-model-errors.js';

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** A file of a form that this program cannot read: nothing is wrong with it. */
export class UnreadableForm extends ReadModelDamaged {
  constructor(path: string) {
    super(path);
    this.message = `${path} is of a form that this version cannot read`;
  }
}

/** Whether an error of SQLite says that the file is not what was once written. */
export function isDamage(error: unknown): boolean {
  const code = resultCodeOf(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** The low byte is the code, what is above it tells more. */
export function resultCodeOf(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}
