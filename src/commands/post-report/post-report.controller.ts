import { Body, Controller, Param, Post, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { v7 as uuid } from 'uuid';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import { type ReportBody, reportSchema } from '../writing/report.schema.js';
import { toContent } from '../writing/report-body.js';
import { UnknownIdsFilter } from '../writing/unknown-ids.filter.js';
import { Write } from '../writing/write.command.js';
import { postReport } from './post-report.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { MADE } from '../../http/answers/written.answer.js';

/** `POST …/reports`: one report is recorded. */
@ApiTags('reports')
@UseFilters(UnknownIdsFilter)
@Controller('v1/admin/negotiations/:n/reports')
export class PostReportController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({ operationId: 'postReport', summary: 'Record a report; the same id with the same content is recorded once' })
  @Answers(MADE, 'id-in-use')
  async post(
    @Param('n') negotiation: string,
    @Body({ schema: reportSchema }) body: ReportBody,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    const id = body.id ?? uuid();
    const report = toContent(body, negotiation, id);
    const receipt = await this.commands.execute(new Write(postReport, { ...sender, negotiation, id, report }));
    return new Written(receipt, `/v1/negotiations/${negotiation}/reports/${id}`);
  }
}
