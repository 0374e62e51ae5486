import type { Stated } from '../../ports/reports-beside.js';
import type { Index } from '../../read-model/reading/opened-lists.js';
import { partyWhenRecorded } from '../../read-model/reading/visible-report.js';
import { claimantsOf } from '../../rules/claimants.js';
import { type Grounds, groundsFrom } from '../../rules/grounds.js';
import { type Statement, statementsOf, type Target } from '../../rules/statements.js';
import { occurredWindow } from '../../rules/visibility.js';
import { windowOf } from '../../vocabulary/edtf-window.js';

/** Behind all that the read model shows. */
const NOT_SHOWN_YET = 1n << 62n;

/** Of whom, on what, and up to which day and event it is asked. */
export interface AskedOf {
  readonly party: string;
  readonly target: Target;
  readonly asOf: number;
  readonly r: number;
}

/**
 * The parties whose own words are stated: a person's is the one registered with the report, where the read model shows that, else as it was
 * registered when the report came in.
 */
export function claimantsStated(index: Index, { content, parties }: Stated, r: number): string[] | null {
  const { negotiation, id } = content;
  const report = index.reportNumber(negotiation, id, r);
  return claimantsOf(content, (person) =>
    report === undefined ? parties[person] : partyWhenRecorded(index, { negotiation, person, report, r }),
  );
}

/** What the read model shows of a party on something, with what came in since. @param shown undefined where it shows nothing */
export function withEarlier(index: Index, shown: Grounds | undefined, earlier: readonly Stated[], asked: AskedOf): Grounds {
  const statements = earlier
    .filter(({ content }) => index.reportNumber(content.negotiation, content.id, asked.r) === undefined)
    .flatMap((stated, i) => statementsIn(index, stated, i, asked));
  const come = groundsFrom(statements);
  if (shown === undefined) return come;
  return {
    strands: [...shown.strands, ...come.strands],
    namedBy: (statement) => come.namedBy(statement) ?? shown.namedBy(statement),
    naming: (statement) => [...shown.naming(statement), ...come.naming(statement)],
  };
}

function statementsIn(index: Index, stated: Stated, place: number, { party, target, asOf, r }: AskedOf): Statement[] {
  const { content } = stated;
  const published = windowOf(stated.published);
  const occurred = occurredWindow(content.occurred === null ? null : windowOf(content.occurred.edtf), published);
  if (occurred.lo > asOf) return [];
  const statements = statementsOf({
    id: content.id,
    content,
    claimants: claimantsStated(index, stated, r),
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
