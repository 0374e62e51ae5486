import { indexOf } from '../../src/read-model/reading/opened-lists.js';
import type { ReadModelFile } from '../../src/read-model/tables/read-model-file.js';
import { LIST_KINDS, STATEMENT } from '../../src/read-model/tables/list-kinds.js';
import {
  hasConditionsInHead,
  modalityOfHead,
  rankOfStrand,
  strandOfHead,
  weightOfStrand,
} from '../../src/read-model/tables/statement-head.js';
import { windowOfColumns } from '../../src/read-model/tables/columns.js';
import { whenTold } from '../../src/rules/when.js';
import { NEGOTIATION } from '../generator/history-options.js';

/** What one party says on one proposition, all that was ever recorded of it: lines of CSV for the tables of PostgreSQL. */
export interface PairLines {
  /** pair, issue, proposition, party */
  readonly pair: string;
  /** As `statement` has its columns. */
  readonly statements: readonly string[];
}

/** Every statement on a proposition, each version of a report a line. The ids in it need no quotes. */
export function* statementLines(file: ReadModelFile): Generator<PairLines> {
  const index = indexOf(file);
  const { names, lists, pairs } = index;
  const { events } = file.state;
  for (const { id: issue, number } of names.ofKind('issue', NEGOTIATION)) {
    for (const proposition of new Set(lists.numbers(LIST_KINDS.propositionsOf, number, events))) {
      const held = file.all<{ second: number; list: number }>('SELECT second, list FROM pair WHERE first = ?', proposition);
      for (const { second, list } of held) {
        if (names.kindOf(second) !== 'party') continue;
        const pair = pairs.pair(list, events);
        const { rows } = pair;
        const statements: string[] = [];
        for (let place = 0; place < rows.count; place += 1) {
          const stored = rows.stored(place);
          const of = (column: number): number => stored[column] ?? 0;
          const head = of(STATEMENT.head);
          const strand = strandOfHead(head);
          const written = of(STATEMENT.written);
          const published = windowOfColumns(of(STATEMENT.pLo), of(STATEMENT.pHi));
          const since = whenTold({ isDated: written > 0, occurredAsWritten: names.idOf(Math.abs(written)), published });
          const conditions = hasConditionsInHead(head) ? conditionsOf(index.content(of(STATEMENT.content))) : '[]';
          const days = [STATEMENT.oLo, STATEMENT.oHi, STATEMENT.pLo, STATEMENT.pHi].map(of);
          const range = [STATEMENT.rFrom, STATEMENT.rTo, STATEMENT.kFrom, STATEMENT.kTo, STATEMENT.until].map(of);
          const named = of(STATEMENT.names) === 0 ? '' : String(of(STATEMENT.names));
          statements.push(
            [list, rankOfStrand(strand), weightOfStrand(strand), ...days, of(STATEMENT.report), ...range, named, modalityOfHead(head)].join(
              ',',
            ) + `,${quoted(conditions)},${since},${pair.idOf(place)}\n`,
          );
        }
        yield { pair: `${String(list)},${issue},${names.idOf(proposition)},${names.idOf(second)}\n`, statements };
      }
    }
  }
}

function conditionsOf(content: ReturnType<ReturnType<typeof indexOf>['content']>): string {
  return content.type === 'PositionStated' || content.type === 'AgreementSigned' ? JSON.stringify(content.data.conditions) : '[]';
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
