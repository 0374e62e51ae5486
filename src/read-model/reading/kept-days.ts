import { LRUCache } from 'lru-cache';
import type { Row } from '../tables/definition.js';
import type { ListKind } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { select } from '../tables/row-sql.js';
import { firstWhere } from './halving.js';

/** Of so many days, of all owners together. */
const KEPT = 100_000;

/** The days of an owner, in order. */
interface Days {
  readonly days: readonly DayRow[];
  /** Up to this event they are known to be all. */
  readonly upTo: number;
}

const COLUMNS = ['day', 'list', 'first_event'] as const;
type DayRow = Pick<Row<'days'>, (typeof COLUMNS)[number]>;

const BEHIND_EVENT = select('days', COLUMNS, 'WHERE kind = ? AND owner = ? AND first_event > ? ORDER BY day');

/** The days on which owners have lists of one kind: those asked for lately are kept, and take in what came since. */
export class KeptDays {
  private readonly kept = new LRUCache<number, Days>({ maxSize: KEPT, sizeCalculation: ({ days }) => 1 + days.length });

  constructor(
    private readonly file: ReadModelFile,
    private readonly kind: ListKind,
  ) {}

  /** The lists of an owner in which something stands at R, from a day on downwards. @param day a column */
  *downwards(owner: number, day: number, r: number): Generator<number> {
    const { days } = this.of(owner, r);
    for (let i = behind(days, day) - 1; i >= 0; i -= 1) {
      const { list, first_event } = days[i] as DayRow;
      if (first_event <= r) yield list;
    }
  }

  private of(owner: number, r: number): Days {
    const known = this.kept.get(owner);
    if (known !== undefined && known.upTo >= r) return known;
    // Asked before the days are read: what comes in between does no harm.
    const upTo = this.file.state.events;
    const more = this.file.all(BEHIND_EVENT, this.kind, owner, known?.upTo ?? 0);
    const fresh = more.filter(({ first_event }) => first_event <= upTo);
    const days = known === undefined ? fresh : fresh.length === 0 ? known.days : [...known.days, ...fresh].sort((a, b) => a.day - b.day);
    const kept = { days, upTo };
    this.kept.set(owner, kept);
    return kept;
  }
}

/** How many of some days in order are not behind one. */
function behind(days: readonly DayRow[], day: number): number {
  return firstWhere(0, days.length, (place) => (days[place] as DayRow).day > day);
}
