import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import { putEntry, type PutEntryRequest } from './put-entry.js';

export class PutEntry extends Command<Receipt> {
  constructor(readonly request: PutEntryRequest) {
    super();
  }
}

@CommandHandler(PutEntry)
export class PutEntryHandler implements ICommandHandler<PutEntry> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ request }: PutEntry): Promise<Receipt> {
    return this.runner.run(putEntry, request, request.id);
  }
}
