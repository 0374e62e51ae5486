import { MODALITIES, type Modality, weightOf } from '../../src/vocabulary/modality.js';
import { Random } from './random.js';

/** A party on a proposition. */
export interface Pair {
  readonly party: string;
  readonly proposition: string;
}

interface Attitude {
  /** From which share of the history on, and what. */
  readonly own: readonly { readonly from: number; readonly modality: Modality }[];
  /** What others say of it. */
  readonly claimed: readonly Modality[];
}

/**
 * How each party stands on each proposition: two to four weights in the course of the whole history, so that in a long one
 * thousands of reports repeat a position before one moves it; and one or two weights that others claim.
 */
export class Attitudes {
  private readonly known = new Map<string, Attitude>();

  constructor(private readonly seed: number) {}

  /** What the party itself says. @param share of the history that is past, below 0 before its start */
  own(pair: Pair, share: number): Modality {
    const { own } = this.attitude(pair);
    return (own.findLast(({ from }) => from <= share) ?? own[0])?.modality ?? 'undecided';
  }

  /** What somebody else says of the party. */
  claimed(pair: Pair, random: Random): Modality {
    return random.pick(this.attitude(pair).claimed);
  }

  private attitude({ party, proposition }: Pair): Attitude {
    const name = `${party} ${proposition}`;
    const known = this.known.get(name) ?? attitudeOf(Random.of(this.seed, name));
    this.known.set(name, known);
    return known;
  }
}

function attitudeOf(random: Random): Attitude {
  const modalities = ofDifferentWeights(random.shuffled(MODALITIES));
  const own = modalities.slice(0, random.between(2, 4)).map((modality, i) => ({ from: i === 0 ? 0 : random.next(), modality }));
  return { own: own.sort((a, b) => a.from - b.from), claimed: modalities.slice(-random.between(1, 2)) };
}

function ofDifferentWeights(modalities: readonly Modality[]): Modality[] {
  return modalities.filter((one, i) => modalities.findIndex((other) => weightOf(other) === weightOf(one)) === i);
}
