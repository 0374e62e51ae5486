import { GROUP_SHIFT, HALF, LIST_KINDS } from '../tables/list-kinds.js';
import type { GrowingModel } from './growing-model.js';

/** Where the event that is applied stands. */
export interface Place {
  readonly number: number;
  readonly position: number;
  /** Milliseconds since 1970, never before that of an earlier event. */
  readonly at: number;
  /** Of the log behind it. */
  readonly root: readonly number[];
}

/** What the log of the read model says of an event. */
interface Logged {
  readonly type: string;
  readonly negotiation: string;
  readonly subject: string;
  /** In small letters; '' where the event is no content. */
  readonly summary?: string;
}

/** Notes of each event where it stands in the log, and what it is about. */
export class EventPlaces {
  constructor(private readonly model: GrowingModel) {}

  note({ number, position, at, root }: Place, { type, negotiation, subject, summary = '' }: Logged): void {
    const { lists, names } = this.model;
    const group = number >> GROUP_SHIFT;
    const name = names.of('negotiation', '', negotiation).number;
    const typeNumber = names.of('type', '', type).number;
    lists
      .tail(LIST_KINDS.log, group)
      .push(position % HALF, Math.floor(position / HALF), at % HALF, Math.floor(at / HALF), typeNumber, name);
    lists.tail(LIST_KINDS.roots, group).push(...root);
    lists.appendText(LIST_KINDS.subjects, group, `${subject.replaceAll('\n', ' ')}\n`);
    lists.appendText(LIST_KINDS.summaries, group, `${summary}\n`);
    lists.tail(LIST_KINDS.eventsOf, name).push(number);
  }
}
