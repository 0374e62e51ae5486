import { Body, Controller, Param, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MADE } from '../../http/answers/written.answer.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import { type Removal, REMOVALS } from '../../vocabulary/events/report-corrections.js';
import { type RemovalBody, removalSchema } from '../writing/amendment.schema.js';
import { FromConditions } from '../writing/condition.decorator.js';
import type { Precondition } from '../writing/precondition.js';
import type { RemovalKind } from './removal-kinds.js';
import type { State } from '../writing/state.js';
import { Write } from '../writing/write.command.js';

/** How an id is called in a path. */
const PARAMETERS = { report: 'r', source: 's' } as const satisfies Record<RemovalKind['noun'], string>;

/** The controller of `POST …/{noun}s/{id}/{retraction, …}`. */
export function removalController<R extends Removal, S extends State>(kind: RemovalKind<R, S>): Type {
  const { type, decider, noun, operationId, summary, refusedBy } = kind;
  const parameter = PARAMETERS[noun];

  @ApiTags(`${noun}s`)
  @Controller(`v1/admin/negotiations/:n/${noun}s/:${parameter}/${REMOVALS[type]}`)
  class RemovalController {
    constructor(private readonly commands: CommandBus) {}

    @Post()
    @ApiOperation({ operationId, summary })
    @Answers(MADE, refusedBy, 'stale-revision', 'not-a-revision', 'revision-required')
    @ApiHeader({ name: 'If-Match', required: true, description: `The revision of the ${noun}` })
    async post(
      @Param('n') negotiation: string,
      @Param(parameter) id: string,
      @Body({ schema: removalSchema }) body: RemovalBody,
      @FromConditions() precondition: Precondition,
      @FromSender() sender: Sender,
    ): Promise<Written> {
      const removal = { type, negotiation, id, ...body } as R;
      const request = { ...sender, negotiation, id, precondition, removal, repeats: 'latest' as const };
      const receipt = await this.commands.execute(new Write(decider, request));
      return new Written(receipt, `/v1/negotiations/${negotiation}/${noun}s/${id}`, true);
    }
  }
  return RemovalController;
}
