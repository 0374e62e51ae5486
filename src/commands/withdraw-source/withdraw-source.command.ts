import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import { withdrawSource, type WithdrawSourceRequest } from './withdraw-source.js';

export class WithdrawSource extends Command<Receipt> {
  constructor(readonly request: WithdrawSourceRequest) {
    super();
  }
}

@CommandHandler(WithdrawSource)
export class WithdrawSourceHandler implements ICommandHandler<WithdrawSource> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ request }: WithdrawSource): Promise<Receipt> {
    return this.runner.run(withdrawSource, request, request.id);
  }
}
