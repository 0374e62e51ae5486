import { causeOfEvent } from '../../rules/replay/recorded-steps.js';
import type { Cause } from '../../rules/replay/change.js';
import type { Journey } from '../../rules/replay/journey.js';
import type { VisibleReport } from '../../rules/scene.js';
import type { At } from '../../vocabulary/axes.js';
import { FIRST_DAY, formatDay, LAST_DAY } from '../../vocabulary/day.js';
import { recent } from '../tables/recent.js';
import { type Index, indexOf } from '../reading/opened-lists.js';
import type { Seen } from '../reading/counted-contents.js';
import { SceneReader } from '../reading/scene-reader.js';
import type { ReadModelFile } from '../tables/read-model-file.js';

/** Stands for a day without limit. */
const NO_LIMIT = LAST_DAY + 1;
const KEPT_SCENES = 100;
const KEPT_REPORTS = 2_000;

/** A way along an axis, its points as whole numbers: days, or on the axis `recorded` events. What is visible is read where it is asked for. */
export class Way {
  readonly index: Index;
  readonly low: number;
  readonly high: number;
  /** R at the end, as the number of an event. */
  readonly r: number;
  private readonly scenes = recent<number, SceneReader>(KEPT_SCENES);
  private readonly reports = recent<string, { readonly seen: VisibleReport | undefined }>(KEPT_REPORTS);

  constructor(
    readonly file: ReadModelFile,
    readonly negotiation: string,
    readonly journey: Journey,
  ) {
    this.index = indexOf(file);
    this.r = this.index.eventAt(journey.end.recordedBy);
    if (journey.axis === 'recorded') {
      this.low = journey.from === null ? 0 : this.index.eventAt(journey.from);
      this.high = this.r;
    } else {
      this.low = journey.from ?? FIRST_DAY - 1;
      this.high = Math.min(journey.to, NO_LIMIT);
    }
  }

  get start(): SceneReader | null {
    return this.sceneAt(this.low);
  }

  get end(): SceneReader | null {
    return this.sceneAt(this.high);
  }

  /** What is visible at a point; null where the state is empty: before the way starts, or where the negotiation is not recorded yet. */
  sceneAt(point: number): SceneReader | null {
    if (point <= this.low && this.journey.from === null) return null;
    let scene = this.scenes.get(point);
    if (scene === undefined) {
      scene = new SceneReader(this.file, this.negotiation, this.at(point));
      this.scenes.set(point, scene);
    }
    return scene.exists ? scene : null;
  }

  /** Where a report stands at a point, whatever it says; undefined where it is not visible. */
  seenAt(point: number, id: string): Seen | undefined {
    const scene = this.sceneAt(point);
    const report = scene === null ? undefined : this.index.reportNumber(this.negotiation, id, scene.point.r);
    return report === undefined ? undefined : scene?.seenReport(report);
  }

  /** A report as it is seen at a point; undefined where it is not visible. */
  reportAt(point: number, id: string): VisibleReport | undefined {
    const key = `${String(point)} ${id}`;
    let known = this.reports.get(key);
    if (known === undefined) {
      known = { seen: this.sceneAt(point)?.report(id) };
      this.reports.set(key, known);
    }
    return known.seen;
  }

  /**
   * Where something came to be as it is at the end, by halving: at the point before it is not.
   * @param low is not as the end is @param high is
   */
  firstPointAsAtTheEnd(low: number, high: number, isAsAtTheEnd: (point: number) => boolean): number {
    let [before, after] = [low, high];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (isAsAtTheEnd(middle)) after = middle;
      else before = middle;
    }
    return after;
  }

  /** What happened at a point, where no report is named: the day, or the event. */
  causeAt(point: number): Cause {
    if (this.journey.axis === 'recorded') return causeOfEvent(this.index.typeOf(point), this.index.subjectOf(point));
    return { day: point >= NO_LIMIT ? null : formatDay(point) };
  }

  /** The point on all axes for one of the way. */
  at(point: number): At {
    const { journey } = this;
    if (journey.axis !== 'recorded') return journey.at(point >= NO_LIMIT ? Infinity : point);
    return journey.at(point === this.high ? journey.to : BigInt(this.index.positionOf(point)));
  }
}
