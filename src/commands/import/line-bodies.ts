import { z } from 'zod';
import { type CompiledReading, compiledReading } from '../../http/compiled-reading.js';
import { unsaid } from '../writing/as-recorded.schema.js';
import type { ImportKind } from '../writing/import-kind.js';

/** To compile a schema takes as long as to read some thousand lines without: so many of a kind show that more are on their way. */
const LINES_BEFORE = 1_000;

interface Read {
  lines: number;
  compiled?: CompiledReading<unknown>;
}

/** Reads the bodies of lines by the schemas of their kinds, which are compiled where there are many. */
export class LineBodies {
  private readonly read = new Map<ImportKind, Read>();

  /** @param body the line without `entry` and `id` */
  check(kind: ImportKind, body: unknown): z.ZodSafeParseResult<unknown> {
    const read = this.read.get(kind) ?? { lines: 0 };
    this.read.set(kind, read);
    read.lines += 1;
    if (read.lines > LINES_BEFORE) read.compiled ??= compiledReading(kind.body ?? kind.schema);
    const data = read.compiled?.(body) ?? z.INVALID;
    if (data === z.INVALID) return kind.schema.safeParse(body);
    return { success: true, data: kind.body === undefined ? data : unsaid(data) };
  }
}
