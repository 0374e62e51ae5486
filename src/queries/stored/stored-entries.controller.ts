import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { urlOf } from '../../http/answer.js';
import { kindInFolder } from '../../http/entry-folders.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { Patience } from '../../http/patience.js';
import { originOf } from '../../http/public-url.js';
import { StoredEntries } from '../../ports/stored-entries.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { paging } from '../asking/axes.schema.js';
import { answeredHere } from '../asking/answered-here.js';
import { limitOf } from '../asking/page.js';
import { entryHistoryAnswer, negotiationHistoryAnswer, storedEntryAnswer, storedNegotiationAnswer } from './stored-entry.answer.js';
import { withRevision } from './with-revision.js';

const question = z.strictObject({
  ...paging,
  cursor: paging.cursor.refine(
    (cursor) => cursor === undefined || /^\d{1,18}$/.test(cursor),
    'take it from `next` of the page before, unaltered',
  ),
});
type Question = z.output<typeof question>;

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The entries of the registry as they are stored: what a PUT replaces. */
@ApiTags('registry')
@Controller('v1/admin/negotiations/:n')
export class StoredEntriesController {
  constructor(
    private readonly entries: StoredEntries,
    private readonly patience: Patience,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getStoredNegotiation', summary: 'The entry of a negotiation as stored, with its ETag' })
  @Answers({ 200: storedNegotiationAnswer })
  async negotiation(
    @Param('n') n: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    return this.one(n, 'negotiation', n, { request, reply });
  }

  @Get('history')
  @ApiOperation({ operationId: 'getStoredNegotiationHistory', summary: 'The versions of the entry of a negotiation' })
  @Answers({ 200: negotiationHistoryAnswer })
  async negotiationHistory(
    @Param('n') n: string,
    @Query({ schema: question }) asked: Question,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.history(n, 'negotiation', n, asked, { request, reply });
  }

  @Get(':folder/:id')
  @ApiOperation({ operationId: 'getStoredEntry', summary: 'An entry of the registry as stored, with its ETag' })
  @Answers({ 200: storedEntryAnswer })
  async entry(
    @Param('n') n: string,
    @Param('folder') folder: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    return this.one(n, kindInFolder(folder), id, { request, reply });
  }

  @Get(':folder/:id/history')
  @ApiOperation({ operationId: 'getStoredEntryHistory', summary: 'The versions of an entry of the registry' })
  @Answers({ 200: entryHistoryAnswer })
  async entryHistory(
    @Param('n') n: string,
    @Param('folder') folder: string,
    @Param('id') id: string,
    @Query({ schema: question }) asked: Question,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.history(n, kindInFolder(folder), id, asked, { request, reply });
  }

  private async history(negotiation: string, kind: EntryKind, id: string, asked: Question, { request, reply }: Exchange): Promise<object> {
    const limit = limitOf(asked);
    const after = asked.cursor === undefined ? undefined : BigInt(asked.cursor);
    const turns = new QuestionTurns();
    const worked = async (): Promise<void> => turns.worked();
    const { items, nextAfter } = await answeredHere(this.patience, async () =>
      this.entries.history(negotiation, kind, id, { after, limit, worked }),
    );
    const path = `${originOf(request)}${request.url.split('?', 1)[0] ?? ''}`;
    const next = nextAfter === null ? null : urlOf(path, { limit: String(limit), cursor: nextAfter });
    if (next !== null) void reply.header('link', `<${next}>; rel="next"`);
    return { items, next };
  }

  private async one(negotiation: string, kind: EntryKind, id: string, { request, reply }: Exchange): Promise<object | undefined> {
    const { entry, revision } = await this.entries.current(negotiation, kind, id);
    return withRevision(entry, revision, request, reply);
  }
}
