import { growingWaitMs } from '../../waiting/growing-wait.js';
import { pause } from '../../waiting/pause.js';
import { tryAgain } from '../../waiting/try-again.js';
import type { ReadModel } from '../read-model.js';
import type { Rebuild } from './rebuild.js';

const WAIT = { firstMs: 1_000, longestMs: 60_000 };

class RebuildFailed extends Error {}

/** Told what happens, in words for the log of the service. */
export interface RenewalNotes {
  readonly warn: (message: string) => void;
}

/**
 * Rebuilds the read model by itself where it has to be: at the start where other projections filled it or it is of another form (the old
 * one goes on answering meanwhile, as far as it can be read), and when it is found damaged (then nothing answers until the new one is there).
 */
export class Renewal {
  private isUnderWay = false;

  constructor(
    private readonly readModel: ReadModel,
    private readonly rebuild: Rebuild,
    private readonly notes: RenewalNotes,
  ) {}

  start(): void {
    this.readModel.onDamage((damage) => {
      if (!this.readModel.isOfAnotherLog) this.notes.warn(`${damage.message}; it is built anew from the log`);
      void this.renew();
    });
    if (!this.readModel.isDamaged && this.readModel.renewal === 'form')
      this.notes.warn(`${this.readModel.path} is of another form; it answers what it can until one of today's form is built from the log`);
    void this.renew();
  }

  /** Rebuilds until nothing is to be renewed; what fails is tried again after a while. */
  private async renew(): Promise<void> {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    const wait = async (error: unknown, tries: number): Promise<void> => {
      this.notes.warn(`the rebuild failed: ${(error as RebuildFailed).message}; it is tried again`);
      await pause(growingWaitMs(WAIT, tries));
    };
    await tryAgain(async () => this.renewAll(), { where: (error) => error instanceof RebuildFailed, wait });
    this.isUnderWay = false;
  }

  /** @throws RebuildFailed */
  private async renewAll(): Promise<void> {
    for (let reason = this.readModel.renewal; reason !== undefined; reason = this.readModel.renewal) {
      await this.rebuild.run(reason);
      const { error } = this.rebuild.progress ?? {};
      if (typeof error !== 'string') continue;
      if (this.rebuild.isStopped) return;
      throw new RebuildFailed(error);
    }
  }
}
