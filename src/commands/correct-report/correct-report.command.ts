import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import { correctReport, type CorrectReportRequest } from './correct-report.js';

export class CorrectReport extends Command<Receipt> {
  constructor(readonly request: CorrectReportRequest) {
    super();
  }
}

@CommandHandler(CorrectReport)
export class CorrectReportHandler implements ICommandHandler<CorrectReport> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ request }: CorrectReport): Promise<Receipt> {
    return this.runner.run(correctReport, request, request.id);
  }
}
