import { Body, Controller, Param, Put, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { isId, isNegotiationId } from '../../http/fields/text.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { Written } from '../../http/written.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { FromConditions } from '../writing/condition.decorator.js';
import { entryLocation } from '../../http/entry-folders.js';
import type { Precondition } from '../writing/precondition.js';
import { UnknownIdsFilter } from '../writing/unknown-ids.filter.js';
import { ENTRY_SCHEMAS } from './entry.schemas.js';
import { Write } from '../writing/write.command.js';
import { putterOf } from './put-entry.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { REPLACED } from '../../http/answers/written.answer.js';

/** Defines and replaces the entries of the registry. */
@ApiTags('registry')
@UseFilters(UnknownIdsFilter)
@Controller('v1/admin/negotiations/:n')
export class PutEntryController {
  constructor(private readonly commands: CommandBus) {}

  @Put()
  @ApiOperation({ operationId: 'putNegotiation', summary: 'Open a negotiation, or replace its entry' })
  @Answers(REPLACED, 'stale-revision', 'not-a-revision')
  async negotiation(
    @Param('n') n: string,
    @Body({ schema: ENTRY_SCHEMAS.negotiation }) body: Entries['negotiation'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'negotiation', n, body, condition, sender);
  }

  @Put('issues/:id')
  @ApiOperation({ operationId: 'putIssue', summary: 'Define an issue, or replace its entry' })
  @Answers(REPLACED, 'stale-revision', 'not-a-revision')
  async issue(
    @Param('n') n: string,
    @Param('id') id: string,
    @Body({ schema: ENTRY_SCHEMAS.issue }) body: Entries['issue'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'issue', id, body, condition, sender);
  }

  @Put('propositions/:id')
  @ApiOperation({
    operationId: 'putProposition',
    summary: 'Define a proposition, or replace its entry; its issue is fixed once a report uses it',
  })
  @Answers(REPLACED, 'in-use', 'stale-revision', 'not-a-revision')
  async proposition(
    @Param('n') n: string,
    @Param('id') id: string,
    @Body({ schema: ENTRY_SCHEMAS.proposition }) body: Entries['proposition'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'proposition', id, body, condition, sender);
  }

  @Put('parties/:id')
  @ApiOperation({ operationId: 'putParty', summary: 'Define a party, or replace its entry' })
  @Answers(REPLACED, 'id-in-use', 'stale-revision', 'not-a-revision')
  async party(
    @Param('n') n: string,
    @Param('id') id: string,
    @Body({ schema: ENTRY_SCHEMAS.party }) body: Entries['party'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'party', id, body, condition, sender);
  }

  @Put('persons/:id')
  @ApiOperation({ operationId: 'putPerson', summary: 'Define a person, or replace the entry' })
  @Answers(REPLACED, 'id-in-use', 'stale-revision', 'not-a-revision')
  async person(
    @Param('n') n: string,
    @Param('id') id: string,
    @Body({ schema: ENTRY_SCHEMAS.person }) body: Entries['person'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'person', id, body, condition, sender);
  }

  @Put('plans/:id')
  @ApiOperation({ operationId: 'putPlan', summary: 'Define a plan, or replace its entry' })
  @Answers(REPLACED, 'stale-revision', 'not-a-revision')
  async plan(
    @Param('n') n: string,
    @Param('id') id: string,
    @Body({ schema: ENTRY_SCHEMAS.plan }) body: Entries['plan'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'plan', id, body, condition, sender);
  }

  @Put('meetings/:id')
  @ApiOperation({ operationId: 'putMeeting', summary: 'Define a meeting, or replace its entry' })
  @Answers(REPLACED, 'stale-revision', 'not-a-revision')
  async meeting(
    @Param('n') n: string,
    @Param('id') id: string,
    @Body({ schema: ENTRY_SCHEMAS.meeting }) body: Entries['meeting'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'meeting', id, body, condition, sender);
  }

  @Put('sources/:id')
  @ApiOperation({ operationId: 'putSource', summary: 'Define a source, or replace its entry' })
  @Answers(REPLACED, 'stale-revision', 'not-a-revision')
  async source(
    @Param('n') n: string,
    @Param('id') id: string,
    @Body({ schema: ENTRY_SCHEMAS.source }) body: Entries['source'],
    @FromConditions() condition: Precondition,
    @FromSender() sender: Sender,
  ): Promise<Written> {
    return this.put(n, 'source', id, body, condition, sender);
  }

  private async put<K extends EntryKind>(
    negotiation: string,
    kind: K,
    id: string,
    entry: Entries[K],
    precondition: Precondition,
    sender: Sender,
  ): Promise<Written> {
    requireId(id, kind);
    const receipt = await this.commands.execute(new Write(putterOf(kind), { ...sender, negotiation, kind, id, entry, precondition }));
    return new Written(receipt, entryLocation(negotiation, kind, id));
  }
}

function requireId(id: string, kind: EntryKind): void {
  if (kind === 'negotiation' ? isNegotiationId(id) : isId(id)) return;
  const detail = `"${id}" is no id: 1 to 80 characters of a-z, 0-9, "." and "-", the first a letter or digit; in a negotiation's no "."`;
  throw new Refusal('invalid-body', 'The id in the path has a bad form.', [{ pointer: '#/id', code: 'invalid-id', detail }]);
}
