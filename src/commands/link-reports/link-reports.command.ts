import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import { linkReports, type LinkReportsRequest } from './link-reports.js';

export class LinkReports extends Command<Receipt> {
  constructor(readonly request: LinkReportsRequest) {
    super();
  }
}

@CommandHandler(LinkReports)
export class LinkReportsHandler implements ICommandHandler<LinkReports> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ request }: LinkReports): Promise<Receipt> {
    return this.runner.run(linkReports, request, request.id);
  }
}
