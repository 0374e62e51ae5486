import type { Condition } from '../../src/vocabulary/events/position-stated.js';
import type { Claim } from '../../src/vocabulary/events/report.js';
import { type Day, formatDay } from '../../src/vocabulary/day.js';
import { Attitudes, type Pair } from './attitudes.js';
import type { Telling } from './envelope.js';
import { type Article, longAgo } from './newsroom.js';
import { DAYS, FIRST_DAY } from './period.js';
import type { Random } from './random.js';
import { ISSUES, LARGEST_ISSUE, PARTIES, personsOf, PROPOSITIONS } from './registry-world.js';
import { occurredOn, written } from './reported-dates.js';
import { sentence } from './sentences.js';
import { Skewed } from './skewed.js';

const CLAIMED_BY_OTHERS = 0.18;
const WITH_UNTIL = 0.03;
const NAMING_PREVIOUS = 0.04;

/** Gives the largest of 20 issues a third of all reports. */
const SKEW_OF_ISSUES = 1.17;

/** Positions as they are stated: skewed over issues, propositions and parties, most of them repeating what was said before. */
export class Positions {
  private readonly issues = new Skewed(ISSUES, SKEW_OF_ISSUES);
  private readonly parties = new Skewed(PARTIES, 0.8);
  private readonly propositions = new Map([...PROPOSITIONS].map(([issue, list]) => [issue, new Skewed(list, 0.7)]));
  private readonly attitudes: Attitudes;
  /** Every party states its position on every proposition of the largest issue once before they repeat themselves. */
  private readonly openings: Pair[];
  /** The last words of each party of its own on each proposition. */
  private readonly lastWords = new Map<string, string>();

  constructor(
    private readonly late: number,
    seed: number,
    private readonly random: Random,
  ) {
    this.attitudes = new Attitudes(seed);
    const pairs = (PROPOSITIONS.get(LARGEST_ISSUE) ?? []).flatMap((proposition) => PARTIES.map((party) => ({ party, proposition })));
    this.openings = random.shuffled(pairs);
  }

  /** An issue; the first of them a third of the times. */
  anIssue(): string {
    return this.issues.pick(this.random).id;
  }

  /** The next position that is stated. @param id of the report */
  next(id: string, article: Article): Telling {
    const { random } = this;
    const pair = this.aPair();
    const isLate = random.chance(this.late / 2);
    const day = article.published - (isLate ? longAgo(random) : random.between(0, 3));
    const isOwn = !random.chance(CLAIMED_BY_OTHERS);
    const modality = isOwn ? this.attitudes.own(pair, (day - FIRST_DAY) / DAYS) : this.attitudes.claimed(pair, random);
    const { claim, speaker } = isOwn ? ownWords(pair.party, random) : wordsOfOthers(pair.party, random);
    const hasConditions = modality === 'conditionally-accepts' || random.chance(0.1);
    return {
      type: 'PositionStated',
      occurred: occurredOn(day, article.published, isLate, random),
      claim,
      data: {
        party: pair.party,
        speaker,
        proposition: pair.proposition,
        plan: null,
        modality,
        conditions: hasConditions ? this.conditions(pair) : [],
        until: random.chance(WITH_UNTIL) ? untilAfter(day, random) : null,
        previous: this.previousOf(pair, id, isOwn),
      },
    };
  }

  /** Another modality that this party is said to hold. */
  misread(pair: Pair): ReturnType<Attitudes['claimed']> {
    return this.attitudes.claimed(pair, this.random);
  }

  private aPair(): Pair {
    const issue = this.anIssue();
    const opening = issue === LARGEST_ISSUE ? this.openings.pop() : undefined;
    if (opening) return opening;
    const proposition = this.propositions.get(issue)?.pick(this.random) ?? '';
    return { party: this.parties.pick(this.random), proposition };
  }

  private previousOf({ party, proposition }: Pair, id: string, isOwn: boolean): string | null {
    const pair = `${party} ${proposition}`;
    const last = this.lastWords.get(pair) ?? null;
    if (isOwn) this.lastWords.set(pair, id);
    return this.random.chance(NAMING_PREVIOUS) ? last : null;
  }

  private conditions({ proposition }: Pair): Condition[] {
    const text = sentence(1, this.random);
    return [{ text, proposition: this.random.chance(0.3) ? proposition : null }];
  }
}

interface Spoken {
  readonly claim: Claim;
  readonly speaker: string | null;
}

/** Rank 1: a person of the party speaks, the party is cited, or the source reports by itself. */
function ownWords(party: string, random: Random): Spoken {
  const form = random.next();
  const speaker = random.pick(personsOf(party));
  if (form < 0.4) return { claim: { by: [speaker], via: [], form: 'direct-quote' }, speaker };
  if (form < 0.6) return { claim: { by: [party], via: [], form: 'attributed' }, speaker: null };
  if (form < 0.65) return { claim: { by: [{ name: 'a diplomat', party }], via: [], form: 'attributed' }, speaker: null };
  return { claim: { by: [], via: [], form: 'stated' }, speaker: null };
}

/** Rank 0: somebody of another party says so, or the source supposes it. */
function wordsOfOthers(party: string, random: Random): Spoken {
  if (random.chance(0.5)) return { claim: { by: [], via: [], form: random.chance(0.5) ? 'hedged' : 'analysis' }, speaker: null };
  const other = random.pick(PARTIES.filter((one) => one !== party));
  return { claim: { by: [random.pick(personsOf(other))], via: [], form: 'attributed' }, speaker: null };
}

function untilAfter(day: Day, random: Random): ReturnType<typeof written> {
  return written(formatDay(day + random.between(20, 200)), { phrase: 'for now', basis: 'inferred' });
}
