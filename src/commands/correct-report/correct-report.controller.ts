import { Body, Controller, Param, Post, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import { type CorrectionBody, correctionSchema } from '../writing/amendment.schema.js';
import { FromConditions } from '../writing/condition.decorator.js';
import type { Precondition } from '../writing/precondition.js';
import { UnknownIdsFilter } from '../writing/unknown-ids.filter.js';
import { Write } from '../writing/write.command.js';
import { correctReport } from './correct-report.js';
import { toCorrection } from './correction-body.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { MADE } from '../../http/answers/written.answer.js';

/** `POST …/corrections`: a report gets a new version. */
@ApiTags('reports')
@UseFilters(UnknownIdsFilter)
@Controller('v1/admin/negotiations/:n/reports/:r/corrections')
export class CorrectReportController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({ operationId: 'correctReport', summary: 'Correct a report: the publisher erred (source), or we misread (coding)' })
  @Answers(MADE, 'report-retracted', 'stale-revision', 'not-a-revision', 'revision-required')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The revision of the report' })
  async post(
    @Param('n') negotiation: string,
    @Param('r') id: string,
    @Body({ schema: correctionSchema }) body: CorrectionBody,
    @FromConditions() precondition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    const request = { ...sender, negotiation, id, precondition, repeats: 'latest' as const, ...toCorrection(body, negotiation, id) };
    const receipt = await this.commands.execute(new Write(correctReport, request));
    return new Written(receipt, `/v1/negotiations/${negotiation}/reports/${id}`, true);
  }
}
