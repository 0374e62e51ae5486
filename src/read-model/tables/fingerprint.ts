/** A short text that differs where what it is of does: 52 bits of a hash of its JSON. */
export function fingerprintOf(value: unknown): string {
  return hashOf(JSON.stringify(value)).toString(36);
}

/** 52 bits that stand for some texts. */
export function hashOf(...texts: readonly string[]): number {
  let a = 0xdeadbeef ^ texts.length;
  let b = 0x41c6ce57;
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    // Where one ends and the next begins tells too.
    a = Math.imul(a ^ 0x1f, 2654435761);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (b & 0xfffff) + (a >>> 0);
}
