import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import { postReport, type PostReportRequest } from './post-report.js';

export class PostReport extends Command<Receipt> {
  constructor(readonly request: PostReportRequest) {
    super();
  }
}

@CommandHandler(PostReport)
export class PostReportHandler implements ICommandHandler<PostReport> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ request }: PostReport): Promise<Receipt> {
    return this.runner.run(postReport, request, request.report.id);
  }
}
