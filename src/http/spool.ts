import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const PIECE_BYTES = 64_000;

/** The folder for what is written for a while. */
export abstract class TemporaryFolder {
  abstract readonly path: string;
}

export interface SpoolLimits {
  /** Bytes that wait in memory; the rest waits on disk. */
  readonly inMemory: number;
  /** Bytes that wait at all: beyond, the reader is cut off. */
  readonly waiting: number;
}

/**
 * Takes texts as fast as they come and gives them as slowly as they are read, in a memory that is bounded: what is read late waits in a
 * file, which has no name, so that nothing is left of it however the process ends.
 */
export class Spool extends Readable {
  private readonly memory: Buffer[] = [];
  private inMemory = 0;
  private file: FileHandle | undefined;
  private written = 0;
  private taken = 0;
  private isEnded = false;
  private isAsked = false;
  private isGiving = false;

  constructor(
    texts: AsyncIterable<string>,
    private readonly folder: string,
    private readonly limits: SpoolLimits,
  ) {
    super();
    void this.takeAll(texts).catch((error: unknown) => this.destroy(error as Error));
  }

  /** Bytes that nobody has taken yet. */
  get waiting(): number {
    return this.inMemory + this.written - this.taken + this.readableLength;
  }

  override _read(): void {
    this.isAsked = true;
    void this.give().catch((error: unknown) => this.destroy(error as Error));
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const { file } = this;
    this.file = undefined;
    if (file === undefined) done(error);
    else
      void file.close().finally(() => {
        done(error);
      });
  }

  private async takeAll(texts: AsyncIterable<string>): Promise<void> {
    for await (const text of texts) {
      if (this.destroyed) return;
      await this.keep(Buffer.from(text));
      await this.give();
    }
    this.isEnded = true;
    await this.give();
  }

  private async keep(bytes: Buffer): Promise<void> {
    if (this.waiting + bytes.length > this.limits.waiting) throw new Error('too much waits for a client that takes nothing');
    if (this.file === undefined && this.inMemory + bytes.length <= this.limits.inMemory) {
      this.memory.push(bytes);
      this.inMemory += bytes.length;
      return;
    }
    this.file ??= await nameless(this.folder);
    await this.file.write(bytes, 0, bytes.length, this.written);
    this.written += bytes.length;
  }

  /** Gives what is there for as long as the reader asks. */
  private async give(): Promise<void> {
    if (this.isGiving) return;
    this.isGiving = true;
    try {
      while (this.isAsked && !this.destroyed) {
        const piece = await this.next();
        if (piece === undefined) {
          if (this.isEnded) this.push(null);
          return;
        }
        this.isAsked = false;
        if (this.push(piece)) this.isAsked = true;
      }
    } finally {
      this.isGiving = false;
    }
  }

  private async next(): Promise<Buffer | undefined> {
    const first = this.memory.shift();
    if (first) {
      this.inMemory -= first.length;
      return first;
    }
    if (this.file === undefined || this.taken === this.written) return undefined;
    const { buffer, bytesRead } = await this.file.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, this.taken);
    this.taken += bytesRead;
    return buffer.subarray(0, bytesRead);
  }
}

async function nameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `waiting-${randomUUID()}.tmp`);
  const file = await open(path, 'wx+', 0o600);
  await rm(path);
  return file;
}
