import { issueIn } from '../../rules/issue-state.js';
import { issuesOf, meetingsOf, plansOf } from '../../rules/mentions.js';
import type { RecordedEvent } from '../../rules/replay/recorded-steps.js';
import { LAST_DAY } from '../../vocabulary/day.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { laterOf } from '../reading/later.js';
import { idsPairedWith } from '../reading/paired-with.js';
import { QuestionTurns } from '../reading/question-turns.js';
import { SCOPE } from '../tables/scopes.js';
import type { Among } from './change-sources.js';
import { eventsBehind, reportsTouchedBy } from './recorded-events.js';
import { doManyMatter, reportsThatMatter } from './days-that-matter-reader.js';
import type { Way } from './way.js';

/** Of more reports it is not asked one by one what they touch. */
const MOST_REPORTS = 1_500;
/** A report has a few days on which it may matter. */
const MOST_MATTERING = 4 * MOST_REPORTS;

/** At least all that a way may change; null where that may be anything, or too much to be found out. @throws QuestionDropped, QuestionTooDear */
export async function touchedOn(way: Way): Promise<Among | null> {
  const { journey } = way;
  if (journey.from === null) return null;
  const touched = new Touched(way);
  const isKnown = journey.axis === 'recorded' ? await touched.byEvents() : await touched.byDays();
  return isKnown && !touched.isTooMuch ? touched.all() : null;
}

class Touched {
  private readonly issues = new Set<string>();
  private readonly meetings = new Set<string>();
  private readonly plans = new Set<string>();
  private readonly reports = new Set<string>();
  private readonly turns = new QuestionTurns();

  constructor(private readonly way: Way) {}

  /** Whether some of the reports were not looked at: they are too many. */
  get isTooMuch(): boolean {
    return this.reports.size > MOST_REPORTS;
  }

  all(): Among {
    for (const issue of this.issuesTied()) this.issues.add(issue);
    const { issues, meetings, plans } = this;
    return { issues, meetings, plans };
  }

  /** @returns false where it is too much */
  async byDays(): Promise<boolean> {
    const { low, high, end, journey } = this.way;
    const last = high > LAST_DAY ? Infinity : high;
    if (end === null || journey.axis === 'recorded') return false;
    const mattering = this.mattering(low + 1, last);
    if (mattering === null || !journey.moving.asOf) return mattering !== null && (await this.add(mattering));
    // So long after its last evidence an issue becomes stale.
    const shift = end.registry.negotiation.staleAfterDays + 1;
    const aging = this.mattering(low + 1 - shift, high - shift);
    return aging !== null && (await this.add(mattering)) && (await this.add(aging, true));
  }

  /** @returns false where it is too much, or may be anything */
  async byEvents(): Promise<boolean> {
    const { file, negotiation, journey } = this.way;
    if (journey.axis !== 'recorded' || journey.from === null) return false;
    const events = eventsBehind(file, negotiation, journey.from, journey.to, MOST_REPORTS);
    if (events.length >= MOST_REPORTS) return false;
    for (const event of events) {
      await this.turns.worked();
      if (!(await this.byEvent(event))) return false;
    }
    return true;
  }

  private async byEvent(event: RecordedEvent): Promise<boolean> {
    const { file, negotiation } = this.way;
    const { type, subject, entry } = event;
    if (type === 'NegotiationOpened' || type === 'NegotiationChanged') return false;
    if (entry?.kind === 'issue') this.issues.add(subject);
    if (entry?.kind === 'meeting') this.meetings.add(subject);
    if (entry?.kind === 'plan') this.plans.add(subject);
    if (entry?.kind === 'proposition') await this.proposition(subject, entry.entry.issue);
    const reports = reportsTouchedBy(file, negotiation, event, '', MOST_REPORTS);
    return reports.length < MOST_REPORTS && (await this.add(reports));
  }

  private async proposition(id: string, issue: string): Promise<void> {
    const before = this.way.start?.registry.proposition.get(id)?.issue;
    for (const each of [issue, before]) if (each !== undefined) this.issues.add(each);
    // A blocker yields its path to a proposition with its id.
    await this.add([id]);
  }

  /** The reports that may matter on some days; null where they are too many. */
  private mattering(first: number, last: number): string[] | null {
    const { file, negotiation } = this.way;
    if (doManyMatter(file, negotiation, first, last, MOST_MATTERING)) return null;
    return reportsThatMatter(file, negotiation, { day: first }, last, MOST_MATTERING).map(({ report }) => report);
  }

  /** @param isAgeAlone they matter only as the last evidence on their issues @returns false where they are too many */
  private async add(reports: readonly string[], isAgeAlone = false): Promise<boolean> {
    const fresh = reports.filter((id) => !this.reports.has(id));
    for (const id of fresh) this.reports.add(id);
    if (this.isTooMuch) return false;
    for (const id of fresh) {
      await this.turns.worked();
      for (const content of this.contentsOf(id)) await this.touchedBy(content, isAgeAlone);
    }
    return true;
  }

  private async touchedBy(content: ReportContent, isAgeAlone: boolean): Promise<void> {
    const { start, end } = this.way;
    for (const scene of [start, end]) {
      if (scene === null) continue;
      for (const issue of issuesOf(content, issueIn(scene.registry))) this.issues.add(issue);
    }
    if (isAgeAlone) return;
    for (const id of meetingsOf(content)) this.meetings.add(id);
    for (const id of plansOf(content)) this.plans.add(id);
    if (content.type === 'AssessmentMade' && content.data.resolves !== null) await this.add([content.data.resolves]);
  }

  private contentsOf(id: string): ReportContent[] {
    const { index, negotiation, r } = this.way;
    const number = index.reportNumber(negotiation, id, r);
    if (number === undefined) return [];
    const corrections = laterOf(index, SCOPE.report, number, r).filter(({ type }) => type === 'ReportCorrected');
    return [number, ...corrections.map(({ event }) => event)].map((event) => index.content(event));
  }

  /** The issues to which a report ever tied one of the meetings and plans. */
  private issuesTied(): string[] {
    const { index, negotiation } = this.way;
    const { names } = index;
    const numbers = [
      ...[...this.meetings].map((id) => names.numberOf('meeting', negotiation, id)),
      ...[...this.plans].map((id) => names.numberOf('plan', negotiation, id)),
    ].filter((number) => number !== undefined);
    return idsPairedWith(index, 'issue', numbers);
  }
}
