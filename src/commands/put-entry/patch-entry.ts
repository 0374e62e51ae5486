import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { checkedBody } from '../../http/schema-pipe.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { tryAgain } from '../../waiting/try-again.js';
import type { Receipt } from '../writing/decider.js';
import { KnownIds } from '../writing/known-ids.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { mergePatched } from '../writing/merge-patch.js';
import { checkPrecondition, NO_PRECONDITION } from '../writing/precondition.js';
import { requireEntry } from '../writing/stored-entry.js';
import { Write } from '../writing/write.command.js';
import { ENTRY_SCHEMAS } from './entry.schemas.js';
import { putterOf, type PutEntryRequest } from './put-entry.js';

const MOST_ATTEMPTS = 20;

/** What is to be changed of which entry. */
export interface PatchEntryRequest extends Omit<PutEntryRequest, 'entry'> {
  readonly patch: Readonly<Record<string, unknown>>;
}

/** Changes parts of an entry: the entry with the patch merged in takes its place, as a PUT of the whole would. */
@Injectable()
export class PatchEntry {
  constructor(
    private readonly commands: CommandBus,
    private readonly log: LogWriteModel,
    private readonly known: KnownIds,
  ) {}

  /**
   * Where nothing is demanded of the revision, the patch is merged into what stands then, whoever writes meanwhile.
   * @throws Refusal `not-found`, `invalid-body`, and what a PUT is refused with
   */
  async patch(asked: PatchEntryRequest): Promise<Receipt> {
    const { ifMatch, onlyIfNew } = asked.precondition;
    const wasOvertaken = (error: unknown): boolean =>
      error instanceof Refusal && error.code === 'stale-revision' && ifMatch === null && !onlyIfNew;
    return tryAgain(async () => this.once(asked), { where: wasOvertaken, mostTries: MOST_ATTEMPTS });
  }

  private async once({ patch, precondition, ...request }: PatchEntryRequest): Promise<Receipt> {
    const { negotiation, kind, id } = request;
    const current = await requireEntry(this.log, this.known, negotiation, kind, id);
    const { revision } = current.last;
    checkPrecondition(precondition, revision);
    const entry = (await checkedBody(ENTRY_SCHEMAS[kind], mergePatched(current.entry, patch))) as Entries[EntryKind];
    const merged = { ...NO_PRECONDITION, ifMatch: [String(revision)] };
    return this.commands.execute(new Write(putterOf(kind), { ...request, entry, precondition: merged }));
  }
}
