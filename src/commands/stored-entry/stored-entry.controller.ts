import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { kindInFolder } from '../writing/entry-folders.js';
import { StoredEntries } from './stored-entries.js';

/** The entries of the registry as they are stored: what a PUT replaces. */
@ApiTags('registry')
@ApiBearerAuth()
@Controller('v1/admin/negotiations/:n')
export class StoredEntryController {
  constructor(private readonly entries: StoredEntries) {}

  @Get()
  @ApiOperation({ summary: 'The entry of a negotiation as stored, with its ETag' })
  async negotiation(@Param('n') n: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    return this.one(n, 'negotiation', n, reply);
  }

  @Get('history')
  @ApiOperation({ summary: 'Every version of the entry of a negotiation' })
  async negotiationHistory(@Param('n') n: string): Promise<object> {
    return { items: await this.entries.history(n, 'negotiation', n) };
  }

  @Get(':kind/:id')
  @ApiOperation({ summary: 'An entry of the registry as stored, with its ETag' })
  async entry(
    @Param('n') n: string,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.one(n, kindInFolder(kind), id, reply);
  }

  @Get(':kind/:id/history')
  @ApiOperation({ summary: 'Every version of an entry of the registry' })
  async entryHistory(@Param('n') n: string, @Param('kind') kind: string, @Param('id') id: string): Promise<object> {
    return { items: await this.entries.history(n, kindInFolder(kind), id) };
  }

  private async one(negotiation: string, kind: EntryKind, id: string, reply: FastifyReply): Promise<object> {
    const { entry, last } = await this.entries.current(negotiation, kind, id);
    void reply.header('etag', `"${String(last.revision)}"`);
    return entry;
  }
}
