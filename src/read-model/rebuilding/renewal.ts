import { setTimeout as pause } from 'node:timers/promises';
import type { ReadModel } from '../read-model.js';
import type { Rebuild } from './rebuild.js';

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

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
    let delay = FIRST_DELAY_MS;
    for (let reason = this.readModel.renewal; reason !== undefined; reason = this.readModel.renewal) {
      await this.rebuild.run(reason);
      const { error } = this.rebuild.progress ?? {};
      if (typeof error !== 'string') continue;
      if (this.rebuild.isStopped) break;
      this.notes.warn(`the rebuild failed: ${error}; it is tried again`);
      await pause(delay, undefined, { ref: false });
      delay = Math.min(2 * delay, LONGEST_DELAY_MS);
    }
    this.isUnderWay = false;
  }
}
