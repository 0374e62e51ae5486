import type { Day } from '../../vocabulary/day.js';

/** Issues by the day on which something is due for them. */
export class DueDays {
  private readonly days = new Map<string, Day>();
  private readonly issues = new Map<Day, Set<string>>();

  /** @param day Infinity: nothing is due */
  set(issue: string, day: Day): void {
    this.clear(issue);
    if (!Number.isFinite(day)) return;
    this.days.set(issue, day);
    const ofDay = this.issues.get(day);
    if (ofDay === undefined) this.issues.set(day, new Set([issue]));
    else ofDay.add(issue);
  }

  /** The first day behind one, up to another, on which something is due. */
  next(after: Day, upTo: Day): Day | undefined {
    let first: Day | undefined;
    for (const day of this.issues.keys()) if (day > after && day <= upTo && (first === undefined || day < first)) first = day;
    return first;
  }

  /** The issues for which something is due by a day. */
  by(day: Day): string[] {
    return [...this.issues].flatMap(([due, issues]) => (due <= day ? [...issues] : []));
  }

  private clear(issue: string): void {
    const day = this.days.get(issue);
    if (day === undefined) return;
    this.days.delete(issue);
    const ofDay = this.issues.get(day);
    ofDay?.delete(issue);
    if (ofDay?.size === 0) this.issues.delete(day);
  }
}
