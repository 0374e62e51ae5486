const NEWLINE = 10;
const FIRST_SLOTS = 1 << 14;
const FIRST_BYTES = 1 << 16;

/** Different fragments of texts, numbered in the order in which they come. It works on bytes: a rebuild asks it some ten million times. */
export class FragmentTable {
  /** The numbers plus 1, by a hash of the fragment; 0 where a slot is free. */
  private slots = new Int32Array(FIRST_SLOTS);
  /** By number: the hash, and where the fragment begins. */
  private hashes = new Int32Array(FIRST_SLOTS);
  private starts = new Int32Array(FIRST_SLOTS);
  private known = 0;
  private bytes = Buffer.alloc(FIRST_BYTES);
  private used = 0;

  get count(): number {
    return this.known;
  }

  /** All of them in the order of their numbers, one a line. */
  get lines(): Buffer {
    return this.bytes.subarray(0, this.used);
  }

  /** @param hash of the bytes by `hashedWith` */
  numberOf(text: Buffer, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return this.add(text, start, end, hash, slot);
      if (this.hashes[number] === hash && this.isAt(number, text, start, end)) return number;
      slot = (slot + 1) & mask;
    }
  }

  private isAt(number: number, text: Buffer, start: number, end: number): boolean {
    const at = this.starts[number] as number;
    const { bytes } = this;
    for (let i = 0; i < end - start; i += 1) if (bytes[at + i] !== text[start + i]) return false;
    return bytes[at + end - start] === NEWLINE;
  }

  private add(text: Buffer, start: number, end: number, hash: number, slot: number): number {
    const number = this.known;
    this.slots[slot] = number + 1;
    this.hashes[number] = hash;
    this.starts[number] = this.used;
    this.known += 1;
    const length = end - start + 1;
    if (this.used + length > this.bytes.length) this.bytes = Buffer.concat([this.bytes], 2 * (this.bytes.length + length));
    text.copy(this.bytes, this.used, start, end);
    this.used += length;
    this.bytes[this.used - 1] = NEWLINE;
    if (2 * this.count > this.slots.length) this.grow();
    return number;
  }

  private grow(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    const mask = this.slots.length - 1;
    // No more than half of the slots are ever taken.
    this.hashes = larger(this.hashes);
    this.starts = larger(this.starts);
    for (let number = 0; number < this.known; number += 1) {
      let slot = (this.hashes[number] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

function larger(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const into = new Int32Array(2 * numbers.length);
  into.set(numbers);
  return into;
}

/** A hash that goes on by a byte. */
export function hashedWith(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}
