/** An id holds no blank and nothing that a line of ids could not: where one does, its event cannot be projected. */
const ID = /^[!-~]{1,500}$/;

/** Gathers numbers, and texts that numbers stand for; ids and short texts are told once. `Reading` goes through what it gives. */
export class ExtractWriter {
  private texts: string[] = [];
  private readonly places = new Map<string, number>();
  private numbers = new Int32Array(1 << 10);
  private used = 0;

  /** How many numbers were pushed. */
  get length(): number {
    return this.used;
  }

  push(number: number): void {
    if (this.used === this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.used] = number;
    this.used += 1;
  }

  /** Sets a number that was pushed before it was known. */
  set(place: number, number: number): void {
    this.numbers[place] = number;
  }

  /** Takes back the numbers from a place on. */
  backTo(length: number): void {
    this.used = length;
  }

  /** @throws where one of them is no id */
  ids(ids: readonly string[]): void {
    this.push(ids.length);
    for (const id of ids) this.push(this.id(id));
  }

  /** The number that stands for an id. @throws where it is none */
  id(id: string): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    if (!ID.test(id)) throw new Error(`${JSON.stringify(id)} is no id`);
    return this.text(id);
  }

  text(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.freshText(text);
      this.places.set(text, place);
    }
    return place;
  }

  /** Of a text that hardly comes again. */
  freshText(text: string): number {
    this.texts.push(text);
    return this.texts.length - 1;
  }

  /** Gives what was gathered, and begins anew. */
  take(): { readonly texts: readonly string[]; readonly numbers: Int32Array } {
    const taken = { texts: this.texts, numbers: this.numbers.slice(0, this.used) };
    this.texts = [];
    this.places.clear();
    this.used = 0;
    return taken;
  }
}
