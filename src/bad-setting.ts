/** A setting has a bad value; the message names it. */
export class BadSetting extends Error {}
