import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import { retractReport, type RetractReportRequest } from './retract-report.js';

export class RetractReport extends Command<Receipt> {
  constructor(readonly request: RetractReportRequest) {
    super();
  }
}

@CommandHandler(RetractReport)
export class RetractReportHandler implements ICommandHandler<RetractReport> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ request }: RetractReport): Promise<Receipt> {
    return this.runner.run(retractReport, request, request.id);
  }
}
