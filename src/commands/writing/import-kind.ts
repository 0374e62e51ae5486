import type { z } from 'zod';
import type { Sender } from '../../http/sender.js';
import type { StreamName } from '../../event-store/event-store.js';
import { knownKey } from './command-runner.js';
import type { Decider, Request } from './decider.js';
import type { Repetitions } from './repetitions.js';

/** What a line of an import asks for. */
export interface Task<C extends Request = Request> {
  readonly id: string;
  readonly decider: Decider<C, unknown>;
  readonly request: C;
  /** The kind of what other lines may then name, and whether this line brings it. */
  readonly brings: string | null;
  /** That as a key, the keys of what it names, and the stream that it writes: what other lines may have to wait for. */
  readonly key: string | null;
  readonly names: readonly string[];
  readonly stream: StreamName;
}

/** One kind of line in an import. */
export interface ImportKind {
  /** The word in the line's field `entry`. */
  readonly entry: string;
  /** Of the line without `entry` and `id`. */
  readonly schema: z.ZodType;
  /** @param body checked against the schema @throws Refusal */
  toTask(body: unknown, id: string, negotiation: string, sender: Sender, repetitions: Repetitions): Task;
}

/** Fits a task's own types to the one type under which an import treats all of them. */
export function task<C extends Request, S>(id: string, decider: Decider<C, S>, request: C, brings: string | null = null): Task {
  const references = decider.references(request);
  const named = [...decider.subjects(request), ...references];
  return {
    id,
    // They are asked for again when the line is decided.
    decider: { ...decider, references: () => references },
    request,
    brings,
    key: brings === null ? null : knownKey(brings, id),
    names: named.flatMap(({ kind, id: name }) => keysOf(kind, name)),
    stream: decider.stream(request),
  };
}

function keysOf(kind: string, id: string): string[] {
  return kind === 'actor' ? [knownKey('party', id), knownKey('person', id)] : [knownKey(kind, id)];
}

/** All kinds, in the order in which a set of lines in any order can be decided: what is named comes before what names it. */
export const IMPORT_KINDS = Symbol('IMPORT_KINDS');
