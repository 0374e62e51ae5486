import type { z } from 'zod';
import type { Sender } from '../../http/sender.js';
import type { StreamName } from '../../event-store/event-store.js';
import type { NamedKind } from '../../vocabulary/events/texts.js';
import { alike, type Decider, type Request } from './decider.js';
import type { Subject } from './reference.js';
import type { Repetitions } from './repetitions.js';
import type { State } from './state.js';

/** What a line of an import asks for. */
export interface Task<C extends Request = Request> {
  readonly decider: Decider<C>;
  readonly request: C;
  /** What other lines may name behind it; null where it brings nothing. */
  readonly brings: Subject | null;
  /** What it names, in its path and in its body. */
  readonly names: readonly Subject[];
  /** The stream that it writes. */
  readonly stream: StreamName;
}

/** One kind of line in an import. */
export interface ImportKind {
  /** The word in the line's field `entry`. */
  readonly entry: string;
  /** Of the line without `entry` and `id`. */
  readonly schema: z.ZodType;
  /** Of a line that may say `"asRecorded": true`: the schema of one that says nothing of the kind. */
  readonly body?: z.ZodType;
  /** @param body checked against the schema @throws Refusal */
  toTask(body: unknown, id: string, negotiation: string, sender: Sender, repetitions: Repetitions): Task;
}

/** Fits a task's own types to the one type under which an import treats all of them. */
export function task<C extends Request, S extends State, B>(decider: Decider<C, S, B>, request: C, brings: NamedKind | null = null): Task {
  const references = decider.references(request);
  return {
    // They are asked for again when the line is decided.
    decider: { ...alike(decider), references: () => references },
    request,
    brings: brings === null ? null : { kind: brings, id: request.id },
    names: [...decider.subjects(request), ...references],
    stream: decider.stream(request),
  };
}

/** All kinds, in the order in which a set of lines in any order can be decided: what is named comes before what names it. */
export const IMPORT_KINDS = Symbol('IMPORT_KINDS');
