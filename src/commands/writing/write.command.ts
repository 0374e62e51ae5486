import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Spans } from '../../ports/spans.js';
import { CommandRunner } from './command-runner.js';
import type { Decider, Receipt, Request } from './decider.js';
import type { State } from './state.js';

/** A command: who decides it, and what is asked for. */
export class Write<C extends Request, S extends State, B> extends Command<Receipt> {
  constructor(
    readonly decider: Decider<C, S, B>,
    readonly request: C,
  ) {
    super();
  }
}

/** The one handler of all commands that write to one stream. */
@CommandHandler(Write)
export class WriteHandler implements ICommandHandler<Write<Request, State, unknown>> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly spans: Spans,
  ) {}

  async execute({ decider, request }: Write<Request, State, unknown>): Promise<Receipt> {
    return this.spans.during('command', { 'tracker.stream': decider.stream(request) }, async () => this.runner.run(decider, request));
  }
}
