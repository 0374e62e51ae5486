import { GROUP_SHIFT, HALF, LIST_KINDS } from '../tables/list-kinds.js';
import type { GrowingModel } from './growing-model.js';
import { Term } from './term.js';
import type { ToldContent, ToldText } from './told.js';

/** Where the event that is applied stands. */
export interface Place {
  readonly number: number;
  readonly position: number;
  /** Milliseconds since 1970, never before that of an earlier event. */
  readonly at: number;
  /** Of the log behind it. */
  readonly root: ArrayLike<number>;
}

/** What the log of the read model says of an event. */
interface Logged {
  readonly type: string;
  readonly negotiation: string;
  readonly subject: string;
  /** In small letters; left out where the event is no content. */
  readonly summary?: ToldText | undefined;
}

/** Notes of each event where it stands in the log, and what it is about. */
export class EventPlaces {
  /** The numbers of the names of types. */
  private readonly types: Record<string, Term> = {};

  constructor(private readonly model: GrowingModel) {}

  note(place: Place, { type, negotiation, subject, summary }: Logged): void {
    const group = place.number >> GROUP_SHIFT;
    const { names, lists } = this.model;
    this.stand(place, group, names.of('negotiation', '', negotiation).number, names.of('type', '', type).number);
    const subjects = lists.textTail(LIST_KINDS.subjects, group);
    subjects.write(`${subject.replaceAll('\n', ' ')}\n`);
    const summaries = lists.textTail(LIST_KINDS.summaries, group);
    if (summary !== undefined) summaries.copy(summary);
    summaries.write('\n');
  }

  /** The same of a report that is new. */
  noteContent(place: Place, { type, negotiation, id, summary }: ToldContent): void {
    const group = place.number >> GROUP_SHIFT;
    const { names, lists } = this.model;
    const ofType = (this.types[type] ??= new Term('', type));
    this.stand(place, group, names.numberOf('negotiation', negotiation), names.numberOf('type', ofType));
    lists.textTail(LIST_KINDS.subjects, group).copyLine(id);
    lists.textTail(LIST_KINDS.summaries, group).copyLine(summary);
  }

  private stand({ number, position, at, root }: Place, group: number, negotiation: number, type: number): void {
    const { lists } = this.model;
    lists
      .tail(LIST_KINDS.log, group)
      .push(position % HALF, Math.floor(position / HALF), at % HALF, Math.floor(at / HALF), type, negotiation);
    lists.tail(LIST_KINDS.roots, group).add(root);
    lists.tail(LIST_KINDS.eventsOf, negotiation).push(number);
  }
}
