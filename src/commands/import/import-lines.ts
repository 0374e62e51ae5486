import { Inject, Injectable } from '@nestjs/common';
import { faultsOfBody } from '../../http/faults.js';
import { isId } from '../../http/fields/text.js';
import type { Sender } from '../../http/sender.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import { IMPORT_KINDS, type ImportKind, type Task } from '../writing/import-kind.js';
import type { Repetitions } from '../writing/repetitions.js';

/** Reads the lines of an import: `{"entry": KIND, "id": ID, …the body}`. */
@Injectable()
export class ImportLines {
  constructor(@Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[]) {}

  /** @param line one line, parsed @param repetitions of the same import @throws Refusal `invalid-body` with every fault */
  toTask(line: unknown, negotiation: string, sender: Sender, repetitions: Repetitions): Task {
    if (typeof line !== 'object' || line === null || Array.isArray(line)) {
      throw refusal([{ pointer: '#', code: 'invalid-type', detail: 'a line is an object with "entry", "id" and the body' }]);
    }
    const { entry, id, ...body } = line as Record<string, unknown>;
    const kind = this.kinds.find((one) => one.entry === entry);
    if (kind === undefined) {
      const detail = `must be one of ${this.kinds.map((one) => one.entry).join(', ')}`;
      throw refusal([{ pointer: '#/entry', code: 'invalid-value', detail }]);
    }
    const checked = kind.schema.safeParse(body);
    if (typeof id !== 'string' || !isId(id) || !checked.success) {
      throw refusal([...faultsOfId(id), ...(checked.success ? [] : faultsOfBody(checked.error.issues))]);
    }
    return kind.toTask(checked.data, id, negotiation, sender, repetitions);
  }

  /** Tasks in an order in which each can be decided after those before it. */
  inOrder<T extends { readonly entry: unknown }>(lines: readonly T[]): T[] {
    const place = (line: T): number => this.kinds.findIndex(({ entry }) => entry === line.entry);
    return lines.toSorted((a, b) => place(a) - place(b));
  }
}

function faultsOfId(id: unknown): Fault[] {
  if (typeof id === 'string' && isId(id)) return [];
  return [{ pointer: '#/id', code: 'invalid-id', detail: 'must be 1 to 80 characters of a-z, 0-9, "." and "-"' }];
}

function refusal(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-body', 'The line does not have the form that is asked for.', faults);
}
