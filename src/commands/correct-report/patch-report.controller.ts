import { Body, Controller, Param, Patch, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkedBody } from '../../http/schema-pipe.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import { StoredReports } from '../../ports/stored-reports.js';
import { REASONS } from '../../vocabulary/events/report-corrections.js';
import { type CorrectionBody, correctionSchema } from '../writing/amendment.schema.js';
import { FromConditions } from '../writing/condition.decorator.js';
import { MERGE_PATCH_SCHEMA, requireObject } from '../writing/merge-patch.body.js';
import { mergePatched } from '../writing/merge-patch.js';
import type { Precondition } from '../writing/precondition.js';
import { UnknownIdsFilter } from '../writing/unknown-ids.filter.js';
import { Write } from '../writing/write.command.js';
import { correctReport } from './correct-report.js';
import { toCorrection } from './correction-body.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { MADE } from '../../http/answers/written.answer.js';

const PATCH_SCHEMA = {
  type: 'object',
  required: ['reason', 'note', 'report'],
  properties: {
    reason: { type: 'string', enum: [...REASONS] },
    published: { description: 'When the erratum came out: needed where the reason is "source"' },
    note: { type: 'string' },
    report: MERGE_PATCH_SCHEMA,
  },
};

/** A correction by what is different. */
@ApiTags('reports')
@UseFilters(UnknownIdsFilter)
@Controller('v1/admin/negotiations/:n/reports/:r')
export class PatchReportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reports: StoredReports,
  ) {}

  @Patch()
  @ApiOperation({
    operationId: 'patchReport',
    summary: 'Correct a report by what is different: a correction of the content with the patch merged in',
  })
  @Answers(MADE, 'report-retracted', 'stale-revision', 'not-a-revision', 'revision-required')
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiBody({ schema: PATCH_SCHEMA })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The revision of the report' })
  async patch(
    @Param('n') negotiation: string,
    @Param('r') id: string,
    @Body() body: unknown,
    @FromConditions() given: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    requireObject(body);
    const { content, revision } = await this.reports.latest(negotiation, id);
    const whole = { ...body, report: 'report' in body ? mergePatched(content, body.report) : undefined };
    const correction = toCorrection((await checkedBody(correctionSchema, whole)) as CorrectionBody, negotiation, id);
    // What the patch was merged into must stand still, where any revision will do too.
    const precondition = given.ifMatch === '*' ? { ...given, ifMatch: [String(revision)] } : given;
    const request = { ...sender, negotiation, id, precondition, repeats: 'latest' as const, ...correction };
    const receipt = await this.commands.execute(new Write(correctReport, request));
    return new Written(receipt, `/v1/negotiations/${negotiation}/reports/${id}`, true);
  }
}
