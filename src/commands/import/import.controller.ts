import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Logger, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { limits } from '../../http/limits.js';
import { Patience } from '../../http/patience.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { SentBody } from '../../http/sent-body.js';
import { Spool, TemporaryFolder } from '../../http/spool.js';
import { ImportArray, type ImportAnswer } from './import-array.command.js';
import { ImportStream } from './import-stream.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { Takes } from '../../http/openapi/takes.decorator.js';
import { importLine } from './import-body.js';
import { importAnswer, importLineAnswer } from './import.answer.js';

/** What no body at all is taken for. */
const NOTHING = Buffer.from('null');
const logger = new Logger('Import');
const question = z.strictObject({ dryRun: z.enum(['true', 'false']).optional().describe('true: decide, and append nothing') });

@ApiTags('import and export')
@Controller('v1/admin/negotiations/:n/import')
export class ImportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly stream: ImportStream,
    private readonly folder: TemporaryFolder,
    private readonly patience: Patience,
  ) {}

  @Post()
  @Takes({ json: z.array(importLine), lines: importLine })
  @ApiOperation({
    operationId: 'importEntries',
    summary: 'Import lines one by one (NDJSON), or up to 1,000 entries all or none (JSON array)',
    description: `The outcome of a report that its retraction or its source's withdrawal hides says so (\`hiddenBy\`). A report or correction that an
      export marks with \`"asRecorded": true\` is taken although it happened after its source came out, or ends before it begins.`,
  })
  @Answers(
    {
      200: { description: 'What became of each line; all of an array or, with 422, none.', json: importAnswer, lines: importLineAnswer },
    },
    'id-in-use',
  )
  async post(
    @Param('n') negotiation: string,
    @Query({ schema: question }) { dryRun }: z.output<typeof question>,
    @Body() body: unknown,
    @FromSender() sender: Sender,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isDry = dryRun === 'true';
    if (Buffer.isBuffer(body) || body === undefined) {
      const answer: ImportAnswer = await this.commands.execute(new ImportArray(negotiation, body ?? NOTHING, sender, isDry));
      await reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(answer));
      return;
    }
    const sent = new SentBody(body as IncomingMessage);
    const outcomes = new Spool(this.stream.run(sent, negotiation, sender, isDry), this.folder.path, {
      inMemory: limits.outcomeBytesInMemory,
      waiting: limits.outcomeBytesWaiting,
    });
    await answer(reply, sent, outcomes, this.patience.silenceMs);
  }
}

/** The answer begins before anything is recorded: whatever befalls the body, nobody is told that nothing was. */
async function answer(reply: FastifyReply, sent: SentBody, outcomes: Spool, silenceMs: number): Promise<void> {
  const { raw } = reply.hijack();
  raw.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  raw.flushHeaders();
  const { socket } = raw;
  // Whoever neither sends nor takes anything is cut off, unless it is this service that is at work.
  socket?.setTimeout(silenceMs, () => {
    if (sent.isAwaited || outcomes.waiting > 0) socket.destroy();
    else socket.setTimeout(silenceMs);
  });
  try {
    await pipeline(outcomes, raw);
  } catch (error) {
    // A client that is gone is told nothing; what else went wrong shows in an answer without its end.
    if (socket?.destroyed !== true) logger.error(error);
    socket?.destroy();
  }
  socket?.setTimeout(0);
}
