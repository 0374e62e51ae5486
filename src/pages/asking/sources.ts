import type { Source } from './entry-shapes.js';

/** Of more sources a page asks for those alone that it shows. */
export const MOST_LISTED = 500;

/** The sources of a negotiation: all of them, or of very many those that were asked for. */
export class Sources {
  private readonly known: Map<string, Source>;

  /** @param all undefined: they are too many @param total how many there are */
  constructor(
    all: readonly Source[] | undefined,
    readonly total: number,
  ) {
    this.known = new Map((all ?? []).map((source) => [source.id, source]));
    this.areListed = all !== undefined;
  }

  /** Whether all of them are known. */
  readonly areListed: boolean;

  /** Those that are known, in the order in which they became so. */
  get all(): readonly Source[] {
    return [...this.known.values()];
  }

  find(id: string): Source | undefined {
    return this.known.get(id);
  }

  /** The ids among some of which nothing is known yet. */
  unknown(ids: readonly string[]): string[] {
    return this.areListed ? [] : [...new Set(ids)].filter((id) => !this.known.has(id));
  }

  know(source: Source): void {
    this.known.set(source.id, source);
  }
}
