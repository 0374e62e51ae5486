import { Injectable } from '@nestjs/common';
import { negotiationStream, reportStream, sourceStream } from '../../event-store/stream-names.js';
import { NearIds } from '../../ports/near-ids.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import { FewLookUps } from './few-look-ups.js';
import { keysOf, type Reference, type Subject } from './reference.js';
import { evolveRegistry } from './registry.js';
import { evolveReport } from './report-state.js';
import { evolveSource } from './source-state.js';
import type { WriteModel } from './write-model.js';

/** Finds the ids that do not exist. */
@Injectable()
export class KnownIds {
  constructor(private readonly near: NearIds) {}

  /** What near ids of one request are looked for with. */
  lookUps(): FewLookUps {
    return new FewLookUps(this.near);
  }

  /** @throws Refusal `not-found` for the first subject that does not exist */
  async requireSubjects(negotiation: string, subjects: readonly Subject[], model: WriteModel, near = this.lookUps()): Promise<void> {
    for (const subject of subjects) {
      if (isKnown(model, negotiation, subject) || (await exists(negotiation, subject, model))) continue;
      const { kind, id } = subject;
      const detail = `There is no ${kind} "${id}".`;
      throw new Refusal('not-found', detail, [{ code: 'unknown-id', detail, suggestions: await near.like(kind, negotiation, id) }]);
    }
  }

  /** Asks for all of them at once, so that a model which remembers what it read knows them. */
  async readAhead(negotiation: string, subjects: readonly Subject[], model: WriteModel): Promise<void> {
    const unknown = new Map(subjects.filter((subject) => !isKnown(model, negotiation, subject)).map((one) => [keysOf(one)[0], one]));
    await Promise.allSettled([...unknown.values()].map(async (subject) => exists(negotiation, subject, model)));
  }

  /** The references that lead nowhere. */
  async unknown(negotiation: string, references: readonly Reference[], model: WriteModel, near = this.lookUps()): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const reference of references) {
      if (isKnown(model, negotiation, reference) || (await exists(negotiation, reference, model))) continue;
      const { kind, id, pointer } = reference;
      const what = kind === 'actor' ? 'party or person' : kind;
      const suggestions = await near.like(kind, negotiation, id);
      faults.push({ pointer, code: 'unknown-id', detail: `there is no ${what} "${id}"`, suggestions });
    }
    return faults;
  }
}

/** Nearly all are known without reading: nobody waits for these. */
function isKnown(model: WriteModel, negotiation: string, { kind, id }: Subject): boolean {
  if (kind !== 'actor') return model.isKnown(negotiation, kind, id);
  return model.isKnown(negotiation, 'party', id) || model.isKnown(negotiation, 'person', id);
}

async function exists(negotiation: string, subject: Subject, model: WriteModel): Promise<boolean> {
  const { kind, id } = subject;
  if (kind === 'actor') {
    return (await exists(negotiation, { kind: 'party', id }, model)) || (await exists(negotiation, { kind: 'person', id }, model));
  }
  if (isKnown(model, negotiation, subject)) return true;
  switch (kind) {
    case 'report':
      return (await model.state(reportStream(negotiation, id), evolveReport)) !== undefined;
    case 'source':
      return (await model.state(sourceStream(negotiation, id), evolveSource)) !== undefined;
    default:
      return (await model.state(negotiationStream(negotiation), evolveRegistry))?.entry(kind, id) !== undefined;
  }
}
