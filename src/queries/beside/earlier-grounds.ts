import type { Stated } from '../../ports/reports-beside.js';
import type { Index } from '../../read-model/reading/opened-lists.js';
import { partyInReport } from '../../read-model/reading/visible-report.js';
import { claimantsOf } from '../../rules/claimants.js';
import { type Grounds, groundsFrom } from '../../rules/grounds.js';
import { type Statement, statementsOf, type Target } from '../../rules/statements.js';
import { isVisible, occurredWindow } from '../../rules/visibility.js';
import { windowOf } from '../../vocabulary/edtf-window.js';

/** Behind all that the read model shows. */
const NOT_SHOWN_YET = 1n << 62n;

/** Of whom, on what, and up to which day it is asked. */
interface AskedOf {
  readonly party: string;
  readonly target: Target;
  readonly asOf: number;
}

/** What is known of something that was stated. */
interface Known {
  /** Whether the read model shows it. */
  readonly isShown: boolean;
  readonly claimants: readonly string[] | null;
}

/** What came in shortly before reports that are asked about: most of it before several of them, so that each is looked up once. */
export class EarlierGrounds {
  private readonly known = new Map<Stated, Known>();

  /** @param r up to which event the read model is asked */
  constructor(
    private readonly index: Index,
    private readonly r: number,
  ) {}

  /**
   * The parties whose own words are stated: a person's is the one registered with the report, where the read model shows that, else as it was
   * registered when the report came in.
   */
  claimantsOf(stated: Stated): readonly string[] | null {
    return this.lookUp(stated).claimants;
  }

  /** What the read model shows of a party on something, with what came in since. @param shown undefined where it shows nothing */
  withEarlier(shown: Grounds | undefined, earlier: readonly Stated[], asked: AskedOf): Grounds {
    const unshown = earlier.filter((stated) => !this.lookUp(stated).isShown);
    if (shown !== undefined && unshown.length === 0) return shown;
    const come = groundsFrom(unshown.flatMap((stated, i) => statementsIn(stated, this.claimantsOf(stated), i, asked)));
    if (shown === undefined) return come;
    return {
      strands: [...shown.strands, ...come.strands],
      namedBy: (statement) => come.namedBy(statement) ?? shown.namedBy(statement),
      naming: (statement) => [...shown.naming(statement), ...come.naming(statement)],
    };
  }

  private lookUp(stated: Stated): Known {
    let known = this.known.get(stated);
    if (known === undefined) this.known.set(stated, (known = this.lookedUp(stated)));
    return known;
  }

  private lookedUp({ content, parties }: Stated): Known {
    const { index, r } = this;
    const { negotiation, id } = content;
    const report = index.reportNumber(negotiation, id, r);
    const claimants = claimantsOf(content, (person) =>
      report === undefined ? parties[person] : partyInReport(index, { negotiation, person, report, r }),
    );
    return { isShown: report !== undefined, claimants };
  }
}

function statementsIn(
  { content, published: publishedOn }: Stated,
  claimants: readonly string[] | null,
  place: number,
  { party, target, asOf }: AskedOf,
): Statement[] {
  const published = windowOf(publishedOn);
  const occurred = occurredWindow(content.occurred === null ? null : windowOf(content.occurred.edtf), published);
  // It came in already, whatever the date of its source: no K is asked.
  if (!isVisible(occurred, published, { asOf, knownBy: Infinity })) return [];
  const statements = statementsOf({
    id: content.id,
    content,
    claimants,
    occurred,
    published,
    occurredAsWritten: content.occurred?.edtf ?? '',
    isDated: content.occurred !== null,
    firstPosition: NOT_SHOWN_YET + BigInt(place),
    certainty: 'certain',
    uncertain: [],
  });
  return statements.filter((one) => one.party === party && one.target.kind === target.kind && one.target.id === target.id);
}
