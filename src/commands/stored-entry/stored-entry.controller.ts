import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { kindInFolder } from '../writing/entry-folders.js';
import { StoredEntries } from './stored-entries.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { entryHistoryAnswer, negotiationHistoryAnswer, storedEntryAnswer, storedNegotiationAnswer } from './stored-entry.answer.js';

/** The entries of the registry as they are stored: what a PUT replaces. */
@ApiTags('registry')
@Controller('v1/admin/negotiations/:n')
export class StoredEntryController {
  constructor(private readonly entries: StoredEntries) {}

  @Get()
  @ApiOperation({ operationId: 'getStoredNegotiation', summary: 'The entry of a negotiation as stored, with its ETag' })
  @Answers({ 200: storedNegotiationAnswer })
  async negotiation(@Param('n') n: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    return this.one(n, 'negotiation', n, reply);
  }

  @Get('history')
  @ApiOperation({ operationId: 'getStoredNegotiationHistory', summary: 'Every version of the entry of a negotiation' })
  @Answers({ 200: negotiationHistoryAnswer })
  async negotiationHistory(@Param('n') n: string): Promise<object> {
    return { items: await this.entries.history(n, 'negotiation', n) };
  }

  @Get(':folder/:id')
  @ApiOperation({ operationId: 'getStoredEntry', summary: 'An entry of the registry as stored, with its ETag' })
  @Answers({ 200: storedEntryAnswer })
  async entry(
    @Param('n') n: string,
    @Param('folder') folder: string,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.one(n, kindInFolder(folder), id, reply);
  }

  @Get(':folder/:id/history')
  @ApiOperation({ operationId: 'getStoredEntryHistory', summary: 'Every version of an entry of the registry' })
  @Answers({ 200: entryHistoryAnswer })
  async entryHistory(@Param('n') n: string, @Param('folder') folder: string, @Param('id') id: string): Promise<object> {
    return { items: await this.entries.history(n, kindInFolder(folder), id) };
  }

  private async one(negotiation: string, kind: EntryKind, id: string, reply: FastifyReply): Promise<object> {
    const { entry, last } = await this.entries.current(negotiation, kind, id);
    void reply.header('etag', `"${String(last.revision)}"`);
    return entry;
  }
}
