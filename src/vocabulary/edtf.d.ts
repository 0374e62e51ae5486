declare module 'edtf' {
  /** Runs the grammar of the given level. @throws Error where the text is not of the language */
  export function parse(text: string, constraints?: { level?: 0 | 1 | 2 }): object;
}
