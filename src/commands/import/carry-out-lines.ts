import { type EventStore, RevisionConflict } from '../../event-store/event-store.js';
import { negotiationStream } from '../../event-store/stream-names.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { CommandRunner } from '../writing/command-runner.js';
import { ToldEarlier } from '../writing/doubts/told-earlier.js';
import type { FewLookUps } from '../writing/few-look-ups.js';
import { OverlayWriteModel } from '../writing/overlay-write-model.js';
import type { Subject } from '../writing/reference.js';
import { amendmentsInOrder } from './amendments-in-order.js';
import { decideLines, readAhead } from './decide-lines.js';
import { warningsOf } from './doubtful-lines.js';
import { type AppendingLine, type DecidedLine, type Line, rejected, type Settled } from './line.js';
import { recordLines } from './record-lines.js';

const MOST_ATTEMPTS = 100;

export interface CarryingOut {
  readonly isDry: boolean;
  /** Whether nothing is recorded where one line is rejected; then they come in any order. */
  readonly isAllOrNothing: boolean;
  /** What lines bring that come behind those which name it. */
  readonly promised: readonly Subject[];
  /** Aborts where nobody waits for the answer any more: as long as nothing is recorded, nothing is recorded then. */
  readonly gone?: AbortSignal | undefined;
}

/** What became of lines that were carried out together. */
export interface CarriedOut {
  /** Of each line that is recorded, repeats what stands, or is rejected. */
  readonly settled: ReadonlyMap<Line, Settled>;
  /** Why the other lines are not recorded. */
  readonly failure?: unknown;
}

/** What lines that are being recorded will leave, as long as none comes to be recorded otherwise than it was decided. */
interface Leaving {
  readonly overlay: OverlayWriteModel;
  /** How often that had happened before: once more, and this holds no longer. */
  readonly surprises: number;
}

/** Lines that were decided while those before them were being recorded. */
export interface DecidedAhead {
  readonly decision: Decision;
  readonly upon: Leaving;
}

interface Decision {
  readonly decided: readonly DecidedLine[];
  readonly overlay: OverlayWriteModel;
  readonly isPresumedNew: boolean;
}

/**
 * The one program of all imports: decides some lines, each as if those before it were recorded, and then records them. Where
 * another writer was faster, what is not recorded is decided again.
 */
export class CarryOutLines {
  /** Whether lines are taken to bring something new, as long as they do: then nothing is read for them. */
  private presumesNew = true;
  private readonly dryRun: OverlayWriteModel | undefined;
  private readonly near: FewLookUps;
  private readonly toldEarlier = new ToldEarlier();
  /** What the lines that are being recorded will leave; undefined where nothing is to be decided on that. */
  private leaving: Promise<Leaving | undefined> = Promise.resolve(undefined);
  /** How often lines did not come to be recorded as they were decided at first. */
  private surprises = 0;

  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    private readonly negotiation: string,
    private readonly way: CarryingOut,
  ) {
    this.near = runner.known.lookUps();
    this.dryRun = way.isDry ? new OverlayWriteModel(runner.log) : undefined;
  }

  /**
   * Decides the next lines while those before them are being recorded, as if that went well.
   * @returns undefined where they are to be decided when it is their turn
   */
  async decideAhead(lines: readonly Line[]): Promise<DecidedAhead | undefined> {
    const leaving = await this.leaving;
    if (leaving === undefined || this.movesOf(lines).length > 0) return undefined;
    return { decision: await this.decide(lines, this.presumesNew, { leaving: leaving.overlay }), upon: leaving };
  }

  /** @param ahead what was decided of these lines while those before them were recorded @throws AbortError where the client has left before */
  async carryOut(lines: readonly Line[], ahead?: DecidedAhead): Promise<CarriedOut> {
    if (lines.length === 0) return { settled: new Map() };
    const { promise, resolve } = Promise.withResolvers<Leaving | undefined>();
    this.leaving = promise;
    try {
      return await this.runner.oneAtATime.take(negotiationStream(this.negotiation), () =>
        this.runner.moving(this.negotiation, this.movesOf(lines), () => this.carryOutAlone(lines, ahead, resolve)),
      );
    } finally {
      resolve(undefined);
    }
  }

  private movesOf(lines: readonly Line[]): string[] {
    return lines.flatMap(({ task }) => task?.decider.moves?.(task.request) ?? []);
  }

  /** @param onDecided is told what the lines will leave, if all goes well */
  private async carryOutAlone(
    lines: readonly Line[],
    ahead: DecidedAhead | undefined,
    onDecided: (leaving: Leaving) => void,
  ): Promise<CarriedOut> {
    const settled = new Map<Line, Settled>();
    const settle = (some: readonly Settled[]): void => {
      for (const one of some) settled.set(one.line, one);
    };
    for (let attempt = 1; ; attempt += 1) {
      const isAhead = attempt === 1 && ahead?.upon.surprises === this.surprises;
      const left = lines.filter((line) => !settled.has(line));
      const gone = settled.size === 0 ? this.way.gone : undefined;
      const isPresumed = this.presumesNew && attempt === 1 && !this.way.isDry;
      const decision = isAhead ? ahead.decision : await this.decide(left, isPresumed, { gone });
      const { decided, overlay, isPresumedNew } = decision;
      const appending = decided.filter((one): one is AppendingLine => one.settled === undefined);
      const others = decided.flatMap((one) => one.settled ?? []);
      if (this.way.isAllOrNothing && others.some(({ outcome }) => outcome === 'rejected')) {
        if (isPresumedNew && others.some(isOfWhatStands)) continue;
        settle(others);
        return { settled };
      }
      // Looked for while the log is at work.
      const doubting = { runner: this.runner, model: overlay, toldEarlier: this.toldEarlier };
      const warnings = warningsOf(this.negotiation, appending, doubting);
      if (this.way.isDry) {
        const told = await warnings;
        settle([...others, ...appending.map(({ line, outcome, hiddenBy }) => ({ line, outcome, hiddenBy, warnings: told.get(line) }))]);
        return { settled };
      }
      // A registry that lines change is to be read before the next ones are decided on it: one upon the other would never end.
      if (attempt === 1 && !overlay.changesRegistry) onDecided({ overlay, surprises: this.surprises });
      gone?.throwIfAborted();
      const { settled: recorded, failure } = await recordLines(this.store, appending);
      if (failure !== undefined) {
        this.surprises += 1;
        this.toldEarlier.forgetBrought();
      }
      const told = await warnings;
      settle(recorded.map((one) => ({ ...one, warnings: told.get(one.line) })));
      for (const { line } of recorded) if (line.task) this.runner.log.note(line.task.stream);
      if (failure === undefined) settle(others);
      if (failure === undefined || !(failure instanceof RevisionConflict) || attempt === MOST_ATTEMPTS) {
        this.learn(settled, isPresumedNew, attempt);
        return { settled, failure };
      }
    }
  }

  /** @param leaving what is being recorded will leave @param gone ends it */
  private async decide(
    lines: readonly Line[],
    isPresumedNew: boolean,
    { leaving, gone }: { readonly leaving?: OverlayWriteModel; readonly gone?: AbortSignal | undefined },
  ): Promise<Decision> {
    const model = this.runner.snapshot();
    const overlay = this.dryRun ?? new OverlayWriteModel(leaving?.upon(model) ?? model);
    overlay.promise(this.way.promised);
    if (!this.dryRun) await readAhead(this.runner, lines, overlay, isPresumedNew);
    const ordered = this.way.isAllOrNothing ? await amendmentsInOrder(lines, overlay) : lines;
    const decided = await decideLines(ordered, { runner: this.runner, overlay, isPresumedNew, near: this.near, gone });
    return { decided, overlay, isPresumedNew };
  }

  /** To presume wrongly means to decide twice, which a few lines that stand already are enough for. */
  private learn(settled: ReadonlyMap<Line, Settled>, wasPresumed: boolean, attempts: number): void {
    this.presumesNew = wasPresumed ? attempts === 1 : settled.values().every(({ outcome }) => outcome === 'created');
  }
}

/** Whether it was rejected because of what stands, and not for its body: where that was presumed, it may be wrong. */
function isOfWhatStands({ error }: Settled): boolean {
  return error instanceof Refusal && error.code !== 'invalid-body';
}

/** What became of each line, in their order; those that are not recorded are rejected with the reason. */
export function inOrderOf(lines: readonly Line[], { settled, failure }: CarriedOut): Settled[] {
  return lines.map((line) => settled.get(line) ?? rejected(line, failure));
}
