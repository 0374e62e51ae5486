import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { StoredEntries } from './stored-entries.js';

const KINDS: Readonly<Record<string, EntryKind>> = {
  issues: 'issue',
  propositions: 'proposition',
  parties: 'party',
  persons: 'person',
  plans: 'plan',
  meetings: 'meeting',
  sources: 'source',
};

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
    return this.one(n, kindOf(kind), id, reply);
  }

  @Get(':kind/:id/history')
  @ApiOperation({ summary: 'Every version of an entry of the registry' })
  async entryHistory(@Param('n') n: string, @Param('kind') kind: string, @Param('id') id: string): Promise<object> {
    return { items: await this.entries.history(n, kindOf(kind), id) };
  }

  private async one(negotiation: string, kind: EntryKind, id: string, reply: FastifyReply): Promise<object> {
    const { entry, last } = await this.entries.current(negotiation, kind, id);
    void reply.header('etag', `"${String(last.revision)}"`);
    return entry;
  }
}

function kindOf(folder: string): EntryKind {
  const kind = Object.hasOwn(KINDS, folder) ? KINDS[folder] : undefined;
  if (kind === undefined) throw new Refusal('not-found', `There is no "${folder}" in a registry.`);
  return kind;
}
