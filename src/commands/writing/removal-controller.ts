import { Body, Controller, Param, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MADE } from '../../http/answers/written.answer.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import { type Removal, REMOVALS } from '../../vocabulary/events/report-corrections.js';
import type { RefusalCode } from '../../vocabulary/refusal.js';
import { type RemovalBody, removalSchema } from './amendment.schema.js';
import { FromConditions } from './condition.decorator.js';
import type { Decider } from './decider.js';
import type { Precondition } from './precondition.js';
import type { RemovalRequest } from './removal.js';
import type { State } from './state.js';
import { Write } from './write.command.js';

/** How an id is called in a path. */
const PARAMETERS = { report: 'r', source: 's' } as const;

/** A way to remove something, or to take that back. */
interface RemovalRoute<R extends Removal, S extends State> {
  readonly type: R['type'];
  readonly decider: Decider<RemovalRequest<R>, S>;
  readonly noun: keyof typeof PARAMETERS;
  readonly operationId: string;
  readonly summary: string;
  /** Where there is nothing to do. */
  readonly refusedBy: RefusalCode;
}

/** The controller of `POST …/{noun}s/{id}/{retraction, …}`. */
export function removalController<R extends Removal, S extends State>(route: RemovalRoute<R, S>): Type {
  const { type, decider, noun, operationId, summary, refusedBy } = route;
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
