import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.js';
import { ReadableModel } from '../../read-model/readable-model.js';
import { positionAtInstant } from '../../read-model/reading/log-reader.js';
import { SceneReader } from '../../read-model/reading/scene-reader.js';
import { nearIds } from '../../read-model/reading/near-ids.js';
import type { At } from '../../vocabulary/axes.js';
import { dayOfInstant, endOfDay, parseDay } from '../../vocabulary/day.js';
import type { Position } from '../../vocabulary/position.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { requireKnown } from './known-filters.js';
import { leftOut, type WhatIf } from './what-if.schema.js';
import type { AxesQuery } from './axes.schema.js';

const WAIT_FOR_POSITION_MS = 1_000;

/** Turns the axes of a question into a point, and a point into what can be read there. */
@Injectable()
export class Asking {
  constructor(
    private readonly readModel: ReadableModel,
    private readonly clock: Clock,
  ) {}

  get rows() {
    return this.readModel.rows;
  }

  /** The day that it is, UTC. */
  get today(): number {
    return dayOfInstant(this.clock.now());
  }

  /**
   * The point that a question is about, its defaults filled in. Design 3, "Axes".
   * @throws Refusal `position-not-reached`
   */
  async at({ asOf, knownBy, on, recordedBy, certainty, ...whatIf }: AxesQuery & WhatIf): Promise<At> {
    const lastKnown = on ?? knownBy;
    return {
      asOf: parseDay(on ?? asOf ?? '') ?? this.today,
      knownBy: lastKnown === undefined ? Infinity : (parseDay(lastKnown) ?? Infinity),
      recordedBy: await this.position(recordedBy),
      certainty: certainty ?? 'any',
      ...leftOut(whatIf),
    };
  }

  /** The position that `recordedBy` means; left out: the head. @param parameter that says so @throws Refusal `position-not-reached` */
  async position(recordedBy: string | undefined, parameter = 'recordedBy'): Promise<Position> {
    if (recordedBy === undefined) return this.readModel.applied;
    if (recordedBy.startsWith('@')) return this.reached(BigInt(recordedBy.slice(1)), parameter);
    const day = parseDay(recordedBy);
    const instant = day === undefined ? Date.parse(recordedBy) : endOfDay(day);
    if (instant >= this.clock.now()) return this.readModel.applied;
    return positionAtInstant(this.readModel.rows, new Date(instant).toISOString()) ?? this.readModel.applied;
  }

  /** What is visible of a negotiation. @throws Refusal `not-found`, `position-not-reached`, `invalid-query` where it is to be without an unknown source */
  async scene(negotiation: string, query: AxesQuery & WhatIf): Promise<SceneReader> {
    const reader = this.sceneAt(negotiation, await this.at(query));
    requireKnown(reader.entries, { source: reader.at.without }, 'without');
    return reader;
  }

  /** @throws Refusal `not-found` where the negotiation is not recorded by R */
  sceneAt(negotiation: string, at: At): SceneReader {
    const reader = new SceneReader(this.readModel.rows, negotiation, at);
    if (!reader.exists) throw this.notFound('negotiation', negotiation, negotiation, at.recordedBy);
    return reader;
  }

  /** The refusal for an id that is unknown by R, with near ones that are known by then. */
  notFound(kind: string, id: string, negotiation: string, recordedBy: Position): Refusal {
    const suggestions = nearIds(this.readModel.rows, kind, negotiation, id, recordedBy);
    const detail = `There is no ${kind} "${id}"${kind === 'negotiation' ? '' : ` in ${negotiation}`} by then.`;
    return new Refusal('not-found', detail, [{ code: 'unknown-id', detail, suggestions }]);
  }

  private async reached(position: Position, parameter: string): Promise<Position> {
    if (await this.readModel.reaches(position, WAIT_FOR_POSITION_MS)) return position;
    throw new Refusal('position-not-reached', `This node stands at @${String(this.readModel.applied)}; ask again in a moment.`, [
      { parameter, code: 'position-not-reached', detail: `@${String(position)} is not reached` },
    ]);
  }
}
