/** Which program this is. */
export abstract class Program {
  abstract readonly name: string;
  abstract readonly version: string;
  /** Of git; null where it is not known. */
  abstract readonly commit: string | null;
}
