import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v7 as uuid } from 'uuid';
import { ImportArray } from '../commands/import/import-array.command.js';
import { EventStore } from '../event-store/event-store.token.js';
import { BEFORE_ALL } from '../vocabulary/position.js';
import { readSeedFiles } from './seed-files.js';

const POSTED_BY = 'seeds';

/** Loads seeds through the same commands as everybody's posts. */
@Injectable()
export class Seeder {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
  ) {}

  /**
   * Loads a folder into an empty log, or completes a loading that was interrupted; does nothing where the log holds anything else.
   * @param marker path of a file that stands while seeds are being loaded
   * @returns how many entries were recorded @throws StoreUnavailable
   */
  async load(folder: string, negotiation: string, marker: string): Promise<number> {
    if (!existsSync(marker) && (await this.store.head()) !== BEFORE_ALL) return 0;
    writeFileSync(marker, '');
    let recorded = 0;
    for (const { bytes } of readSeedFiles(folder)) {
      const sender = { postedBy: POSTED_BY, correlationId: uuid() };
      const { summary } = await this.commands.execute(new ImportArray(negotiation, bytes, sender, false));
      recorded += summary.created + summary.changed;
    }
    rmSync(marker);
    return recorded;
  }
}
