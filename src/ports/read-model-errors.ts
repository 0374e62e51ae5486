/** A part of the file of the read model cannot be read. What is left of it may miss rows: it answers nothing any more. */
export class ReadModelDamaged extends Error {
  constructor(path: string, cause?: unknown) {
    super(`${path} is damaged`, { cause });
  }
}

/** The file of the read model cannot be used: in use by another process, or not writable. */
export class ReadModelUnavailable extends Error {}

/** A question asks for what a file of another form does not hold, or holds otherwise. */
export class NotInThisForm extends Error {}
