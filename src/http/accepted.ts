/** So many ranges of an `Accept` are looked at. */
const MOST_RANGES = 20;

/** What an `Accept` names, and how much it is wanted: 0 (not at all) to 1. */
interface Range {
  readonly type: string;
  readonly quality: number;
}

/** The types that a client takes, as its `Accept` tells them (RFC 9110, 12.5.1). Without one, or with an empty one, it takes all. */
export class Accepted {
  private readonly ranges: readonly Range[];

  constructor(accept: string | undefined) {
    this.ranges =
      accept === undefined || accept.trim() === '' ? [{ type: '*/*', quality: 1 }] : accept.split(',', MOST_RANGES).map(rangeOf);
  }

  /** How much a type is wanted: by the range that names it, else by the one that names its kind, else by the one for all. */
  quality(type: string): number {
    const ranges = [type, `${type.split('/', 1)[0] ?? ''}/*`, '*/*'];
    return ranges.map((range) => this.qualityOf(range)).find((quality) => quality !== undefined) ?? 0;
  }

  /** Whether a type is named itself, and not by a `*`, as one that is wanted. */
  names(type: string): boolean {
    return (this.qualityOf(type) ?? 0) > 0;
  }

  private qualityOf(type: string): number | undefined {
    const qualities = this.ranges.filter((range) => range.type === type).map(({ quality }) => quality);
    return qualities.length === 0 ? undefined : Math.max(...qualities);
  }
}

function rangeOf(range: string): Range {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return { type, quality: Number.isNaN(quality) ? 1 : quality };
}
