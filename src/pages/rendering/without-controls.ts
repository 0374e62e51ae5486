/** All but the characters that XML can hold, less the control that a calendar does not take either. */
const REFUSED = /[^\t\n\r\u0020-\u007e\u0080-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A document without characters that its readers refuse: one in a single text would make the whole unreadable. */
export function withoutControls(document: string): string {
  return document.replace(REFUSED, '');
}
