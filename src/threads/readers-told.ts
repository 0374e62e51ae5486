import type { ReadersElsewhere } from '../read-model/read-model.js';
import type { FromKeeper } from './keeper-messages.js';
import type { SwapFlag } from './swap-flag.js';

/** The readers of the file in other threads: they are told to leave it before a swap, and see by the flag when they may return. */
export class ReadersTold implements ReadersElsewhere {
  private left: (() => void) | undefined;

  /** @param onReturn called once they may */
  constructor(
    private readonly flag: SwapFlag,
    private readonly tell: (message: FromKeeper) => void,
    private readonly onReturn: () => void,
  ) {}

  async leave(): Promise<void> {
    this.flag.raise();
    this.tell({ type: 'readers-leave' });
    await new Promise<void>((resolve) => (this.left = resolve));
  }

  /** They have left, or are waited for no more. */
  haveLeft(): void {
    this.left?.();
  }

  mayReturn(): void {
    this.flag.lower();
    this.onReturn();
  }
}
