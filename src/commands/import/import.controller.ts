import { Readable } from 'node:stream';
import { Body, Controller, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { FromSender, type Sender } from '../../http/sender.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { ImportArray } from './import-array.command.js';
import { ImportStream } from './import-stream.js';

const MOST_ENTRIES = 1_000;
/** So far outcomes run ahead of a client that reads none before it has sent all: it would wait for ever. */
const OUTCOMES_AHEAD_BYTES = 64_000_000;

const question = z.strictObject({ dryRun: z.enum(['true', 'false']).optional().describe('true: decide, and append nothing') });

@ApiTags('import and export')
@ApiBearerAuth()
@Controller('v1/admin/negotiations/:n/import')
export class ImportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly stream: ImportStream,
  ) {}

  @Post()
  @ApiConsumes('application/x-ndjson', 'application/json')
  @ApiOperation({ summary: 'Import lines one by one (NDJSON), or up to 1,000 entries all or none (JSON array)' })
  async post(
    @Param('n') negotiation: string,
    @Query({ schema: question }) { dryRun }: z.output<typeof question>,
    @Body() body: unknown,
    @FromSender() sender: Sender,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isDry = dryRun === 'true';
    if (body instanceof Readable) {
      const lines = this.stream.run(body, negotiation, sender, isDry);
      await reply
        .code(200)
        .type('application/x-ndjson; charset=utf-8')
        .send(Readable.from(lines, { objectMode: false, highWaterMark: OUTCOMES_AHEAD_BYTES }));
      return;
    }
    const answer = await this.commands.execute(new ImportArray(negotiation, entriesOf(body), sender, isDry));
    await reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(answer));
  }
}

function entriesOf(body: unknown): unknown[] {
  if (Array.isArray(body) && body.length <= MOST_ENTRIES) return body;
  const detail = `must be an array of up to ${String(MOST_ENTRIES)} entries; for more, send application/x-ndjson`;
  throw new Refusal('invalid-body', 'The body is not a list of entries.', [{ pointer: '#', code: 'invalid-type', detail }]);
}
