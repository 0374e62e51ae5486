import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { limits } from '../../http/limits.js';
import { EventStore } from '../../event-store/event-store.token.js';
import type { Caller } from '../../http/caller.js';
import { EdgeProblem } from '../../http/problem-filter.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { BEFORE_ALL } from '../../vocabulary/position.js';
import { Patience } from '../../http/patience.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { cutOffWhenSilent } from '../../http/silent-clients.js';
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
const question = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional().describe('true: decide, and append nothing'),
  keepRecorded: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: lines keep the `recordedAt` and `postedBy` that they tell; by an admin, as NDJSON, and into an empty log only'),
});

/** `POST …/import`: lines one after the other, or an array of which all or none is recorded. */
@ApiTags('import and export')
@Controller('v1/admin/negotiations/:n/import')
export class ImportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly stream: ImportStream,
    private readonly folder: TemporaryFolder,
    private readonly patience: Patience,
    private readonly store: EventStore,
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
    'log-not-empty',
  )
  async post(
    @Param('n') negotiation: string,
    @Query({ schema: question }) { dryRun, keepRecorded }: z.output<typeof question>,
    @Body() body: unknown,
    @FromSender() sender: Sender,
    @Req() { caller }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isDry = dryRun === 'true';
    const keepsRecorded = keepRecorded === 'true';
    if (keepsRecorded) await this.requireBeginning(caller, body);
    if (Buffer.isBuffer(body) || body === undefined) {
      const answer: ImportAnswer = await this.commands.execute(new ImportArray(negotiation, body ?? NOTHING, sender, isDry));
      await reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(answer));
      return;
    }
    const sent = new SentBody(body as IncomingMessage);
    const outcomes = new Spool(this.stream.run(sent, negotiation, sender, { isDry, keepsRecorded }), this.folder.path, {
      inMemory: limits.outcomeBytesInMemory,
      waiting: limits.outcomeBytesWaiting,
    });
    await answer(reply, sent, outcomes, this.patience.silenceMs);
  }

  /** What was recorded elsewhere keeps its time only where nothing was recorded yet. @throws EdgeProblem, Refusal */
  private async requireBeginning(caller: Caller | undefined, body: unknown): Promise<void> {
    if (caller?.role !== 'admin')
      throw new EdgeProblem('forbidden', 'Only an admin may import what was recorded elsewhere with its times.');
    if (Buffer.isBuffer(body) || body === undefined)
      throw new EdgeProblem('unsupported-media-type', 'keepRecorded takes application/x-ndjson.');
    if ((await this.store.head()) === BEFORE_ALL) return;
    throw new Refusal('log-not-empty', 'The log holds events already: times are kept only by an import into an empty one.');
  }
}

/** The answer begins before anything is recorded: whatever befalls the body, nobody is told that nothing was. */
async function answer(reply: FastifyReply, sent: SentBody, outcomes: Spool, silenceMs: number): Promise<void> {
  const { raw } = reply.hijack();
  raw.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  raw.flushHeaders();
  const { socket } = raw;
  // Whoever neither sends nor takes anything is cut off, unless it is this service that is at work.
  cutOffWhenSilent(raw, silenceMs, () => sent.isAwaited || outcomes.waiting > 0);
  try {
    await pipeline(outcomes, raw);
  } catch (error) {
    // A client that is gone is told nothing; what else went wrong shows in an answer without its end.
    if (socket?.destroyed !== true) logger.error(error);
    socket?.destroy();
  }
}
