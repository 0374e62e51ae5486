import { Body, Controller, Param, Patch, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { FromConditions } from '../writing/condition.decorator.js';
import { entryLocation, kindInFolder } from '../../http/entry-folders.js';
import { MERGE_PATCH_SCHEMA, requireObject } from '../writing/merge-patch.body.js';
import type { Precondition } from '../writing/precondition.js';
import { UnknownIdsFilter } from '../writing/unknown-ids.filter.js';
import { PatchEntry } from './patch-entry.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { REPLACED } from '../../http/answers/written.answer.js';

/** Changes parts of the entries of the registry. */
@ApiTags('registry')
@UseFilters(UnknownIdsFilter)
@Controller('v1/admin/negotiations/:n')
export class PatchEntryController {
  constructor(private readonly entries: PatchEntry) {}

  @Patch()
  @ApiOperation({ operationId: 'patchNegotiation', summary: 'Change parts of the entry of a negotiation' })
  @Answers({ 200: REPLACED[200] }, 'stale-revision', 'not-a-revision')
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiBody({ schema: MERGE_PATCH_SCHEMA })
  async negotiation(
    @Param('n') n: string,
    @Body() patch: unknown,
    @FromConditions() precondition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.patch(n, 'negotiation', n, patch, precondition, sender);
  }

  @Patch(':folder/:id')
  @ApiOperation({ operationId: 'patchEntry', summary: 'Change parts of an entry of the registry' })
  @Answers({ 200: REPLACED[200] }, 'in-use', 'stale-revision', 'not-a-revision')
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiBody({ schema: MERGE_PATCH_SCHEMA })
  async entry(
    @Param('n') n: string,
    @Param('folder') folder: string,
    @Param('id') id: string,
    @Body() patch: unknown,
    @FromConditions() precondition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.patch(n, kindInFolder(folder), id, patch, precondition, sender);
  }

  private async patch(
    negotiation: string,
    kind: EntryKind,
    id: string,
    patch: unknown,
    precondition: Precondition,
    sender: Sender,
  ): Promise<Written> {
    requireObject(patch);
    const receipt = await this.entries.patch({ ...sender, negotiation, kind, id, patch, precondition });
    return new Written(receipt, entryLocation(negotiation, kind, id));
  }
}
