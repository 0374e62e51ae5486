const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** A part of the file of the read model cannot be read. What is left of it may miss rows: it answers nothing any more. */
export class ReadModelDamaged extends Error {
  constructor(path: string, cause?: unknown) {
    super(`${path} is damaged`, { cause });
  }
}

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
