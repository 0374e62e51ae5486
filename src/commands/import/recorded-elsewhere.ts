import type { Sender } from '../../http/sender.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const NAME = /^[\w.:@-]{1,200}$/;

/** A line without what says when, and by whom, it was recorded elsewhere. */
export interface KeptLine {
  readonly body: Record<string, unknown>;
  readonly sender: Sender;
}

/** Reads what an export with `recorded=true` tells of each line; along the lines time never goes back, as in every log. */
export class RecordedElsewhere {
  private latest = '';

  /**
   * @param now milliseconds since 1970: nothing was recorded later
   * @throws Refusal `invalid-body`
   */
  take({ recordedAt, postedBy, ...body }: Record<string, unknown>, sender: Sender, now: number): KeptLine {
    const faults = [...this.faultsOfTime(recordedAt, now), ...faultsOfName(postedBy)];
    if (faults.length > 0) throw new Refusal('invalid-body', 'The line does not tell when it was recorded.', faults);
    this.latest = recordedAt as string;
    return { body, sender: { ...sender, recordedAt: this.latest, postedBy: typeof postedBy === 'string' ? postedBy : sender.postedBy } };
  }

  private faultsOfTime(recordedAt: unknown, now: number): Fault[] {
    const fault = (code: string, detail: string): Fault[] => [{ pointer: '#/recordedAt', code, detail }];
    if (typeof recordedAt !== 'string' || !isInstant(recordedAt)) {
      return fault('invalid-instant', 'must be an instant in UTC with milliseconds, as an export with recorded=true tells it');
    }
    if (Date.parse(recordedAt) > now) return fault('in-the-future', 'is later than now');
    return recordedAt < this.latest ? fault('goes-back', `is before ${this.latest}, which a line before it tells`) : [];
  }
}

/** A day that a month does not have would be taken for one of the next month. */
function isInstant(text: string): boolean {
  const at = INSTANT.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
}

/** Where posters are hidden, an export tells none. */
function faultsOfName(postedBy: unknown): Fault[] {
  if (postedBy === undefined || postedBy === null || (typeof postedBy === 'string' && NAME.test(postedBy))) return [];
  return [{ pointer: '#/postedBy', code: 'invalid-value', detail: 'must be the name of a key, or null' }];
}
