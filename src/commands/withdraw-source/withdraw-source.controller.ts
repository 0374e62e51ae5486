import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import { type RemovalBody, removalSchema } from '../writing/amendment.schema.js';
import { FromConditions } from '../writing/condition.decorator.js';
import type { Precondition } from '../writing/precondition.js';
import { removeSource } from '../writing/remove-source.js';
import { Write } from '../writing/write.command.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { MADE } from '../../http/answers/written.answer.js';

@ApiTags('sources')
@Controller('v1/admin/negotiations/:n/sources/:s/withdrawal')
export class WithdrawSourceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({
    operationId: 'withdrawSource',
    summary: 'Withdraw a source: all its reports, those recorded later too; a readmission takes that back',
  })
  @Answers(MADE, 'source-withdrawn', 'stale-revision', 'not-a-revision', 'revision-required')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The revision of the source' })
  async post(
    @Param('n') negotiation: string,
    @Param('s') id: string,
    @Body({ schema: removalSchema }) body: RemovalBody,
    @FromConditions() precondition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    const removal = { type: 'SourceWithdrawn' as const, negotiation, id, ...body };
    const request = { ...sender, negotiation, id, precondition, removal, repeats: 'latest' as const };
    const receipt = await this.commands.execute(new Write(removeSource, request));
    return new Written(receipt, `/v1/negotiations/${negotiation}/sources/${id}`, true);
  }
}
