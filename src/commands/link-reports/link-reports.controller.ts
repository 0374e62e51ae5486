import { Body, Controller, Delete, Param, Post, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import type { LinkKind } from '../../vocabulary/events/report-links.js';
import { type LinkBody, linkSchema } from '../writing/link.schema.js';
import { UnknownIdsFilter } from '../writing/unknown-ids.filter.js';
import { Write } from '../writing/write.command.js';
import { linkReports, type LinkReportsRequest } from './link-reports.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { MADE, REPLACED } from '../../http/answers/written.answer.js';

/** Links between reports: made, and taken away. */
@ApiTags('reports')
@UseFilters(UnknownIdsFilter)
@Controller('v1/admin/negotiations/:n/reports/:r/links')
export class LinkReportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({ operationId: 'linkReports', summary: 'Link a report to another one' })
  @Answers(MADE)
  async post(
    @Param('n') negotiation: string,
    @Param('r') id: string,
    @Body({ schema: linkSchema }) body: LinkBody,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.execute(sender, { type: 'ReportsLinked', negotiation, id, ...body }, true);
  }

  @Delete(':kind/:to')
  @ApiOperation({ operationId: 'unlinkReports', summary: 'Take a link away' })
  @Answers({ 200: REPLACED[200] })
  async delete(
    @Param('n') negotiation: string,
    @Param('r') id: string,
    @Param('kind') kind: string,
    @Param('to') to: string,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.execute(sender, { type: 'ReportsUnlinked', negotiation, id, kind: kind as LinkKind, to }, false);
  }

  private async execute(sender: Sender, link: LinkReportsRequest['link'], isNew: boolean): Promise<Written> {
    const { negotiation, id } = link;
    const receipt = await this.commands.execute(new Write(linkReports, { ...sender, negotiation, id, link }));
    return new Written(receipt, `/v1/negotiations/${negotiation}/reports/${id}`, isNew);
  }
}
