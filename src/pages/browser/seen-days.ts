const MOST = 40;

/** Pages of days that were fetched, to be shown while the hand is on the handle: the latest ones, of one screen and one perspective. */
export class SeenDays {
  private readonly pages = new Map<number, string>();
  private of = '';

  /** @param href the address in which a day is put: pages of another one are let go */
  remember(href: string, day: number, text: string): void {
    if (href !== this.of) this.pages.clear();
    this.of = href;
    this.pages.delete(day);
    this.pages.set(day, text);
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST && oldest !== undefined) this.pages.delete(oldest);
  }

  /** The page of the nearest day. */
  nearest(href: string, day: number): string | undefined {
    if (href !== this.of) return undefined;
    const [near] = [...this.pages.keys()].sort((a, b) => Math.abs(a - day) - Math.abs(b - day));
    return near === undefined ? undefined : this.pages.get(near);
  }
}
