import { recent } from '../tables/recent.js';
import type { KeptEntries } from './kept-entries.js';

/** Of so many versions of propositions. */
const KEPT = 20_000;

/** The issues of propositions, kept without the rest of them: what is counted by issue asks for those of hundreds. */
export class KeptIssues {
  private readonly kept = recent<number, string>(KEPT);

  constructor(private readonly entries: KeptEntries) {}

  /** The issue of a proposition; undefined where it is not recorded by R. */
  of(negotiation: string, proposition: string, r: number): string | undefined {
    const event = this.entries.event('proposition', negotiation, proposition, r);
    return event === undefined ? undefined : this.at(event);
  }

  /** The issue of a proposition as an event recorded it. */
  at(event: number): string {
    let issue = this.kept.get(event);
    if (issue === undefined) {
      ({ issue } = this.entries.entry<'proposition'>(event));
      this.kept.set(event, issue);
    }
    return issue;
  }
}
