import { claimantsOf } from '../../rules/claimants.js';
import { actorsOf, issuesOf, meetingsOf, plansOf, propositionsOf, propositionsOfConditions } from '../../rules/mentions.js';
import { isNews } from '../../rules/news.js';
import { elapse, expiry } from '../../rules/replay/days-that-matter.js';
import { statementsOf } from '../../rules/statements.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { FORMS } from '../../vocabulary/events/report.js';
import { REPORT_TYPES, type ReportContent } from '../../vocabulary/events/report-content.js';
import { MODALITIES } from '../../vocabulary/modality.js';
import { toColumn } from '../tables/columns.js';
import { NAMED_KINDS, type NamedKind, NEVER, NONE } from './extract-form.js';
import type { ExtractWriter } from './extract-writer.js';

/** Where a report stands plays no part in what it says. */
const NOWHERE = {
  occurred: { lo: 0, hi: 0 },
  published: { lo: 0, hi: 0 },
  occurredAsWritten: '',
  isDated: true,
  firstPosition: 0n,
  certainty: 'certain',
  uncertain: [],
} as const;

const TYPE_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(REPORT_TYPES.map((type, i) => [type, i]));

/** Whether a type is that of a report. */
export function isReportType(type: string): boolean {
  return Object.hasOwn(TYPE_NUMBERS, type);
}

/** Writes what a content says, without its place in the log, in the order in which `Reading.content` reads it. */
export class ContentExtract {
  constructor(private readonly writer: ExtractWriter) {}

  /** @throws whatever does not fit the type of the report */
  add(body: ReportContent): void {
    const { writer } = this;
    const { occurred } = body;
    const window = occurred && windowOf(occurred.edtf);
    writer.push(typeNumber(body));
    writer.push(writer.text(body.negotiation));
    writer.push(writer.id(body.id));
    writer.push(writer.id(body.source.id));
    writer.push(window === null ? NEVER : toColumn(window.lo));
    writer.push(window === null ? NEVER : toColumn(window.hi));
    writer.push(occurred === null ? NONE : writer.text(occurred.edtf));
    writer.push(isNews(body) ? 1 : 0);
    writer.push(dayOrNever(expiry(body)));
    writer.push(dayOrNever(elapse(body)));
    writer.push(writer.freshText(body.summary.toLowerCase().replaceAll('\n', '\r')));
    const propositions = propositionsOf(body);
    const [meetings, plans] = [meetingsOf(body), plansOf(body)];
    writer.ids(issuesOf(body, noIssue));
    writer.ids(propositions);
    writer.ids(meetings);
    writer.ids(plans);
    this.named(body, propositions, meetings, plans);
    this.statements(body);
  }

  private named(body: ReportContent, propositions: string[], meetings: string[], plans: string[]): void {
    const { writer } = this;
    const place = writer.length;
    writer.push(0);
    let count = 0;
    const add = (kind: NamedKind, id: string): void => {
      writer.push(NAMED_KINDS.indexOf(kind));
      writer.push(writer.id(id));
      count += 1;
    };
    for (const id of propositions) add('proposition', id);
    for (const id of propositionsOfConditions(body)) add('proposition', id);
    for (const id of meetings) add('meeting', id);
    for (const id of plans) add('plan', id);
    for (const actor of actorsOf(body)) {
      const id = typeof actor === 'string' ? actor : actor.party;
      if (id !== null) add('actor', id);
    }
    if (body.type === 'AssessmentMade' && body.data.resolves !== null) add('resolves', body.data.resolves);
    writer.set(place, count);
  }

  /** Each with its rank if none of the persons who speak is of the party, and with those persons: it is 1 where one of them is. */
  private statements(body: ReportContent): void {
    const { writer } = this;
    const persons: string[] = [];
    const claimants = claimantsOf(body, (person) => {
      persons.push(person);
      return undefined;
    });
    const statements = statementsOf({ ...NOWHERE, id: body.id, content: body, claimants });
    writer.push(statements.length);
    for (const { target, party, modality, until, names, rank, by, form, hasConditions } of statements) {
      writer.push(NAMED_KINDS.indexOf(target.kind));
      writer.push(writer.id(target.id));
      writer.push(writer.id(party));
      writer.push(placeIn(MODALITIES, modality));
      writer.push(toColumn(until));
      writer.push(names === null ? NONE : writer.id(names));
      writer.push(placeIn(FORMS, form));
      writer.push(hasConditions ? 1 : 0);
      writer.push(by.length > 0 ? writer.text(JSON.stringify(by)) : NONE);
      writer.push(rank);
      writer.ids(rank === 1 ? [] : persons);
    }
  }
}

function typeNumber({ type }: ReportContent): number {
  const number = TYPE_NUMBERS[type];
  if (number === undefined) throw new Error(`the report type "${type}" is not known`);
  return number;
}

function placeIn<T>(values: readonly T[], value: T): number {
  const place = values.indexOf(value);
  if (place < 0) throw new Error(`"${String(value)}" is not known`);
  return place;
}

function dayOrNever(day: number): number {
  return Number.isFinite(day) ? toColumn(day) : NEVER;
}

/** The issues that a content names itself; those of its propositions are known to the projector. */
function noIssue(): undefined {
  return undefined;
}
