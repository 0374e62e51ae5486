const LONGEST_MESSAGE = 500;

/** A setting has a bad value; the message names it. */
export class BadSetting extends Error {
  /** It may repeat what was set, whatever that is: it stays one line. */
  constructor(message: string) {
    const line = message.replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
    super(line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE)}…`);
  }
}
