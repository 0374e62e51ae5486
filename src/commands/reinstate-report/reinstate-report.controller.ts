import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import { type RemovalBody, removalSchema } from '../writing/amendment.schema.js';
import { FromConditions } from '../writing/condition.decorator.js';
import type { Precondition } from '../writing/precondition.js';
import { removeReport } from '../writing/remove-report.js';
import { Write } from '../writing/write.command.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { MADE } from '../../http/answers/written.answer.js';

@ApiTags('reports')
@Controller('v1/admin/negotiations/:n/reports/:r/reinstatement')
export class ReinstateReportController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({
    operationId: 'reinstateReport',
    summary: 'Take the retraction of a report back: the publisher did (source), or it was our mistake (coding)',
  })
  @Answers(MADE, 'nothing-to-undo', 'stale-revision', 'not-a-revision', 'revision-required')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The revision of the report' })
  async post(
    @Param('n') negotiation: string,
    @Param('r') id: string,
    @Body({ schema: removalSchema }) body: RemovalBody,
    @FromConditions() precondition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    const removal = { type: 'ReportReinstated' as const, negotiation, id, ...body };
    const request = { ...sender, negotiation, id, precondition, removal, repeats: 'latest' as const };
    const receipt = await this.commands.execute(new Write(removeReport, request));
    return new Written(receipt, `/v1/negotiations/${negotiation}/reports/${id}`, true);
  }
}
