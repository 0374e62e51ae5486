import type { Source } from './entry-shapes.js';
import type { Negotiation } from './issue-shapes.js';

/** Of more sources a page asks for those alone that it shows. */
const MOST_LISTED = 500;

/** Whether a page lists all sources of a negotiation. */
export function areListed({ counts }: Pick<Negotiation, 'counts'>): boolean {
  return totalOf({ counts }) <= MOST_LISTED;
}

/** All of a negotiation, where they are not too many. @param all asked for only then */
export async function sourcesOf(negotiation: Pick<Negotiation, 'counts'>, all: () => Promise<readonly Source[]>): Promise<Sources> {
  return areListed(negotiation) ? new Sources(await all(), totalOf(negotiation)) : noneKnown(negotiation);
}

/** Those of a negotiation of which none is asked for yet. */
export function noneKnown(negotiation: Pick<Negotiation, 'counts'>): Sources {
  return new Sources(undefined, totalOf(negotiation));
}

/** How many there are. */
export function totalOf({ counts }: Pick<Negotiation, 'counts'>): number {
  return counts.sources ?? 0;
}

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
