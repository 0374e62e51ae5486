import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ReadableModel } from '../../read-model/readable-model.js';
import { rootAt } from '../../read-model/reading/root-reader.js';

/** The root of the log up to a position that is shown. */
export class LogRootQuery extends Query<string | undefined> {
  /** @param position in decimal digits */
  constructor(readonly position: string) {
    super();
  }
}

/** Answers with what the read model keeps beside each position; nothing is read from the log. */
@QueryHandler(LogRootQuery)
export class LogRootHandler implements IQueryHandler<LogRootQuery> {
  constructor(private readonly readModel: ReadableModel) {}

  /** @returns hexadecimal digits; undefined while the file in use is one of an older version */
  async execute({ position }: LogRootQuery): Promise<string | undefined> {
    return rootAt(this.readModel.rows, BigInt(position));
  }
}
