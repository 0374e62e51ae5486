import { Inject, Injectable } from '@nestjs/common';
import { faultsOfBody } from '../../http/faults.js';
import { isId } from '../../http/fields/text.js';
import { EdgeProblem } from '../../http/problem-filter.js';
import type { Sender } from '../../http/sender.js';
import { parseJson } from '../../http/strict-json.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import { IMPORT_KINDS, type ImportKind } from '../writing/import-kind.js';
import { Repetitions } from '../writing/repetitions.js';
import { isClosingLine } from './closing-line.js';
import { LineBodies } from './line-bodies.js';
import type { Line } from './line.js';
import { RecordedElsewhere } from './recorded-elsewhere.js';
import { Clock } from '../../ports/clock.js';

/** Of a line that came as bytes; null where it is longer than is taken. */
export interface SentLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Reads the lines of an import: `{"entry": KIND, "id": ID, …the body}`. */
@Injectable()
export class ImportLines {
  private readonly bodies = new LineBodies();

  constructor(
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
  ) {}

  /**
   * @param keepsRecorded whether each line tells when and by whom it was recorded elsewhere
   * @returns reads the lines of one import, one after the other; undefined for the last line of an export, which brings nothing
   */
  reader(negotiation: string, sender: Sender, keepsRecorded = false): (sent: SentLine) => Line | undefined {
    const repetitions = new Repetitions();
    const elsewhere = keepsRecorded ? new RecordedElsewhere() : undefined;
    return ({ number, bytes }) => {
      try {
        if (bytes === null) throw new EdgeProblem('body-too-large', 'The line is too long for one event.');
        const line = parseJson(bytes);
        if (typeof line === 'object' && line !== null && isClosingLine(line, number)) return undefined;
        return { number, negotiation, ...this.read(line, negotiation, sender, repetitions, elsewhere) };
      } catch (fault) {
        return { number, negotiation, id: null, fault };
      }
    };
  }

  /**
   * Lines in an order in which each can be decided after those before it. A person told again keeps its place among the reports: whose
   * word a report is hangs on the party that is registered when it is recorded.
   */
  inOrder(lines: readonly Line[]): Line[] {
    const place = (entry: string | undefined): number => this.kinds.findIndex((kind) => kind.entry === entry);
    const told = new Set<string | null>();
    const placed = lines.map((line) => {
      const isToldAgain = line.entry === 'person' && told.has(line.id);
      if (line.entry === 'person') told.add(line.id);
      return { line, place: place(isToldAgain ? 'report' : line.entry) };
    });
    return placed.toSorted((a, b) => a.place - b.place).map(({ line }) => line);
  }

  private read(
    line: unknown,
    negotiation: string,
    sender: Sender,
    repetitions: Repetitions,
    elsewhere: RecordedElsewhere | undefined,
  ): Pick<Line, 'id' | 'entry' | 'task' | 'fault' | 'body'> {
    if (typeof line !== 'object' || line === null || Array.isArray(line)) {
      const fault = refusal([{ pointer: '#', code: 'invalid-type', detail: 'a line is an object with "entry", "id" and the body' }]);
      return { id: null, fault };
    }
    const { entry, id, ...sent } = line as Record<string, unknown>;
    const { body, sender: by } = elsewhere?.take(sent, sender, this.clock.now()) ?? { body: sent, sender };
    const about = { id: typeof id === 'string' ? id : null, body };
    const kind = this.kinds.find((one) => one.entry === entry);
    if (kind === undefined) {
      const detail = `must be one of ${this.kinds.map((one) => one.entry).join(', ')}`;
      return { ...about, fault: refusal([{ pointer: '#/entry', code: 'invalid-value', detail }]) };
    }
    const checked = this.bodies.check(kind, body);
    if (typeof id !== 'string' || !isId(id) || !checked.success) {
      const fault = refusal([...faultsOfId(id), ...(checked.success ? [] : faultsOfBody(checked.error.issues))]);
      return { ...about, entry: kind.entry, fault };
    }
    try {
      return { id, entry: kind.entry, task: kind.toTask(checked.data, id, negotiation, by, repetitions) };
    } catch (fault) {
      return { ...about, entry: kind.entry, fault };
    }
  }
}

function faultsOfId(id: unknown): Fault[] {
  if (typeof id === 'string' && isId(id)) return [];
  return [{ pointer: '#/id', code: 'invalid-id', detail: 'must be 1 to 80 characters of a-z, 0-9, "." and "-"' }];
}

function refusal(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-body', 'The line does not have the form that is asked for.', faults);
}
