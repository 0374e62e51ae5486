import type { Stated, Word } from '../../ports/reports-beside.js';
import type { Index } from '../../read-model/reading/opened-lists.js';
import { partyInReport } from '../../read-model/reading/visible-report.js';
import { claimantsOf } from '../../rules/claimants.js';
import { type Grounds, groundsFrom } from '../../rules/grounds.js';
import type { Statement, Target } from '../../rules/statements.js';
import { isVisible, occurredWindow } from '../../rules/visibility.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { weightOf } from '../../vocabulary/modality.js';

/** Behind all that the read model shows. */
const NOT_SHOWN_YET = 1n << 62n;

/** What came in shortly before reports that are asked about: most of it before several of them, so that each is looked up once. */
export class EarlierGrounds {
  private readonly shown = new Map<string, boolean>();

  /** @param r up to which event the read model is asked */
  constructor(
    private readonly index: Index,
    private readonly r: number,
  ) {}

  /**
   * The parties whose own words are stated: a person's is the one registered with the report, where the read model shows that, else as it was
   * registered when the report came in.
   */
  claimantsOf({ content, parties }: Stated): readonly string[] | null {
    const { index, r } = this;
    const { negotiation, id } = content;
    const report = index.reportNumber(negotiation, id, r);
    return claimantsOf(content, (person) =>
      report === undefined ? parties.get(person) : partyInReport(index, { negotiation, person, report, r }),
    );
  }

  /**
   * What the read model shows of a party on something, with its own words that came in since.
   * @param shown undefined where it shows nothing @param earlier all on that @param asOf up to which day it is asked
   */
  withEarlier(shown: Grounds | undefined, negotiation: string, earlier: readonly Word[], asOf: number): Grounds {
    const unshown = earlier.filter(({ report }) => !this.isShown(negotiation, report));
    if (shown !== undefined && unshown.length === 0) return shown;
    const come = groundsFrom(unshown.flatMap((word, i) => statementOf(word, i, asOf)));
    if (shown === undefined) return come;
    return {
      strands: [...shown.strands, ...come.strands],
      namedBy: (statement) => come.namedBy(statement) ?? shown.namedBy(statement),
      naming: (statement) => [...shown.naming(statement), ...come.naming(statement)],
    };
  }

  private isShown(negotiation: string, report: string): boolean {
    const key = `${negotiation} ${report}`;
    let isShown = this.shown.get(key);
    if (isShown === undefined) this.shown.set(key, (isShown = this.index.reportNumber(negotiation, report, this.r) !== undefined));
    return isShown;
  }
}

/** On what a word is. */
export function targetOf({ proposition, plan }: Word): Target {
  return proposition === null ? { kind: 'plan', id: plan ?? '' } : { kind: 'proposition', id: proposition };
}

/** A party's own word as a statement; none where it is not visible on the day that is asked of. */
function statementOf(word: Word, place: number, asOf: number): Statement[] {
  const published = windowOf(word.published);
  const occurred = occurredWindow(word.occurred === null ? null : windowOf(word.occurred), published);
  // It came in already, whatever the date of its source: no K is asked.
  if (!isVisible(occurred, published, { asOf, knownBy: Infinity })) return [];
  const firstPosition = NOT_SHOWN_YET + BigInt(place);
  const dates = { occurred, published, firstPosition };
  return [
    {
      ...dates,
      report: {
        ...dates,
        id: word.report,
        occurredAsWritten: word.occurred ?? '',
        isDated: word.occurred !== null,
        certainty: 'certain',
        uncertain: [],
      },
      party: word.party,
      target: targetOf(word),
      modality: word.modality,
      weight: weightOf(word.modality),
      conditions: [],
      hasConditions: false,
      until: word.until === null ? Infinity : windowOf(word.until).hi,
      names: word.previous,
      rank: 1,
      by: [word.party],
      form: 'stated',
      source: '',
    },
  ];
}
