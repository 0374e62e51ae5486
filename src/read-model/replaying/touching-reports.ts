import type { Part } from '../../rules/replay/parts.js';
import { withoutRepeats } from '../../rules/order.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { type Index } from '../reading/opened-lists.js';
import { LIST_KINDS, namingKind, STATEMENT } from '../tables/list-kinds.js';
import type { NameKind } from '../tables/names.js';

/** The ids of reports of which a version may touch a part of the state, as recorded by an event. */
export function reportsTouching(index: Index, negotiation: string, part: Part, r: number): string[] {
  switch (part.kind) {
    case 'stance':
      return ofPairs(index, negotiation, part.target.kind, [part.target.id], r, part.party);
    case 'verdict':
      return ofPairs(index, negotiation, 'proposition', [part.proposition], r);
    case 'convergence':
      return ofPairs(index, negotiation, 'proposition', propositionsEverOf(index, negotiation, part.issue, r), r);
    case 'staleness':
      return naming(index, negotiation, 'issue', part.issue, r);
    case 'meeting':
    case 'plan':
      return naming(index, negotiation, part.kind, part.id, r);
    case 'agreement':
      return [part.id];
    case 'blocker':
      return withoutRepeats([part.id, ...naming(index, negotiation, 'resolves', part.id, r)]);
  }
}

/** The reports that say something on some targets: a party's, or everybody's. */
function ofPairs(
  index: Index,
  negotiation: string,
  kind: 'proposition' | 'plan',
  ids: readonly string[],
  r: number,
  party?: string,
): string[] {
  const { names, file } = index;
  const only = party === undefined ? undefined : (names.numberOf('party', negotiation, party) ?? -1);
  const reports = new Set<number>();
  for (const id of ids) {
    const target = names.numberOf(kind, negotiation, id);
    if (target === undefined) continue;
    for (const { second, list } of file.all<{ second: number; list: number }>('SELECT second, list FROM pair WHERE first = ?', target)) {
      if (only !== undefined && second !== only) continue;
      const { rows } = index.pairs.pair(list, r);
      for (let at: number = STATEMENT.report; at < rows.length; at += STATEMENT.width) reports.add(rows[at] as number);
    }
  }
  return [...reports].map((report) => index.subjectOf(report));
}

function naming(index: Index, negotiation: string, kind: NameKind, id: string, r: number): string[] {
  const name = index.names.numberOf(kind, negotiation, id);
  if (name === undefined) return [];
  const contents = REPORT_TYPES.flatMap((type) => [...index.lists.numbers(namingKind(type), name, r)]);
  return withoutRepeats(contents.filter((content) => content <= r).map((content) => index.subjectOf(content)));
}

function propositionsEverOf(index: Index, negotiation: string, issue: string, r: number): string[] {
  const name = index.names.numberOf('issue', negotiation, issue);
  if (name === undefined) return [];
  return withoutRepeats([...index.lists.numbers(LIST_KINDS.propositionsOf, name, r)]).map((proposition) => index.names.idOf(proposition));
}
