import { Injectable } from '@nestjs/common';
import { NearIds } from '../../ports/near-ids.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import type { Reference, Subject } from './reference.js';
import type { WriteModel } from './write-model.js';

/** Finds the ids that do not exist. */
@Injectable()
export class KnownIds {
  constructor(private readonly near: NearIds) {}

  /** @throws Refusal `not-found` for the first subject that does not exist */
  async requireSubjects(negotiation: string, subjects: readonly Subject[], model: WriteModel): Promise<void> {
    for (const { kind, id } of subjects) {
      if (isKnown(negotiation, { kind, id }, model) || (await exists(negotiation, { kind, id }, model))) continue;
      const detail = `There is no ${kind} "${id}".`;
      throw new Refusal('not-found', detail, [{ code: 'unknown-id', detail, suggestions: await this.near.like(kind, negotiation, id) }]);
    }
  }

  /** The references that lead nowhere. */
  async unknown(negotiation: string, references: readonly Reference[], model: WriteModel): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const reference of references) {
      if (isKnown(negotiation, reference, model) || (await exists(negotiation, reference, model))) continue;
      const { kind, id, pointer } = reference;
      const what = kind === 'actor' ? 'party or person' : kind;
      const suggestions = await this.near.like(kind, negotiation, id);
      faults.push({ pointer, code: 'unknown-id', detail: `there is no ${what} "${id}"`, suggestions });
    }
    return faults;
  }
}

function isKnown(negotiation: string, { kind, id }: Subject, model: WriteModel): boolean {
  if (kind === 'actor') return model.isKnown(negotiation, 'party', id) || model.isKnown(negotiation, 'person', id);
  return model.isKnown(negotiation, kind, id);
}

async function exists(negotiation: string, { kind, id }: Subject, model: WriteModel): Promise<boolean> {
  switch (kind) {
    case 'report':
      return (await model.report(negotiation, id)) !== undefined;
    case 'actor':
      return (await model.entry(negotiation, 'party', id)) !== undefined || (await model.entry(negotiation, 'person', id)) !== undefined;
    default:
      return (await model.entry(negotiation, kind, id)) !== undefined;
  }
}
