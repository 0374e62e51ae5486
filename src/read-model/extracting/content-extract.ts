import type { Span } from '../../event-store/unread-event.js';
import { claimantsOf } from '../../rules/claimants.js';
import { type Mentions, mentionsOf } from '../../rules/mentions.js';
import { isNews } from '../../rules/news.js';
import { elapse, expiry } from '../../rules/replay/days-that-matter.js';
import type { VisibleReport } from '../../rules/scene.js';
import { statementsOf } from '../../rules/statements.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { FORMS } from '../../vocabulary/events/report.js';
import { REPORT_TYPES, type ReportContent, type ReportType } from '../../vocabulary/events/report-content.js';
import { MODALITIES } from '../../vocabulary/modality.js';
import { toColumn } from '../tables/columns.js';
import { HALF } from '../tables/list-kinds.js';
import { reportKey } from '../tables/report-keys.js';
import { NAMED_KINDS, type NamedKind, NEVER, NONE } from './extract-form.js';
import { type ExtractWriter, idIn } from './extract-writer.js';

/** Where a report stands plays no part in what it says. */
function standingNowhere(content: ReportContent, claimants: readonly string[] | null): VisibleReport {
  return {
    id: content.id,
    content,
    claimants,
    occurred: NO_DAYS,
    published: NO_DAYS,
    occurredAsWritten: '',
    isDated: true,
    firstPosition: 0n,
    certainty: 'certain',
    uncertain: [],
  };
}

const NO_DAYS = { lo: 0, hi: 0 };

const TYPE_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(REPORT_TYPES.map((type, i) => [type, i]));

/** Whether a type is that of a report. */
export function isReportType(type: string): type is ReportType {
  return Object.hasOwn(TYPE_NUMBERS, type);
}

/** Writes what a content says, without its place in the log, in the order in which `Reading.content` reads it. */
export class ContentExtract {
  constructor(private readonly writer: ExtractWriter) {}

  /**
   * @param summary where it stands in bytes; left out: in the body
   * @throws whatever does not fit the type of the report
   */
  add(body: ReportContent, summary?: Span): void {
    const { writer } = this;
    const { occurred, negotiation: name, id } = body;
    const window = occurred && windowOf(occurred.edtf);
    const negotiation = writer.term(name);
    const key = reportKey(name, id);
    writer.push(typeNumber(body));
    writer.push(negotiation);
    writer.text(idIn(id));
    writer.push(key % HALF);
    writer.push(Math.floor(key / HALF));
    writer.push(writer.id(negotiation, body.source.id));
    writer.push(window === null ? NEVER : toColumn(window.lo));
    writer.push(window === null ? NEVER : toColumn(window.hi));
    writer.push(occurred === null ? NONE : writer.term(occurred.edtf));
    writer.push(isNews(body) ? 1 : 0);
    writer.push(dayOrNever(expiry(body)));
    writer.push(dayOrNever(elapse(body)));
    if (summary === undefined) writer.text(inSmallLetters(body.summary));
    else if (!writer.smallLetters(summary)) writer.text(inSmallLetters(summary.bytes.toString('utf8', summary.start, summary.end)));
    const mentions = mentionsOf(body);
    // The issues of its propositions are known to the projector.
    writer.ids(negotiation, mentions.issues);
    const propositions = writer.ids(negotiation, mentions.propositions);
    const meetings = writer.ids(negotiation, mentions.meetings);
    const plans = writer.ids(negotiation, mentions.plans);
    this.named(negotiation, body, mentions, { propositions, meetings, plans });
    this.statements(negotiation, body);
  }

  private named(
    negotiation: number,
    body: ReportContent,
    mentions: Mentions,
    { propositions, meetings, plans }: Readonly<Record<'propositions' | 'meetings' | 'plans', readonly number[]>>,
  ): void {
    const { writer } = this;
    const place = writer.length;
    writer.push(0);
    let count = 0;
    const add = (kind: NamedKind, term: number): void => {
      writer.push(NAMED_KINDS.indexOf(kind));
      writer.push(term);
      count += 1;
    };
    for (const term of propositions) add('proposition', term);
    for (const id of mentions.propositionsOfConditions) add('proposition', writer.id(negotiation, id));
    for (const term of meetings) add('meeting', term);
    for (const term of plans) add('plan', term);
    for (const actor of mentions.actors) {
      const id = typeof actor === 'string' ? actor : actor.party;
      if (id !== null) add('actor', writer.id(negotiation, id));
    }
    if (body.type === 'AssessmentMade' && body.data.resolves !== null) add('resolves', writer.id(negotiation, body.data.resolves));
    writer.set(place, count);
  }

  /** Each with its rank if none of the persons who speak is of the party, and with those persons: it is 1 where one of them is. */
  private statements(negotiation: number, body: ReportContent): void {
    const { writer } = this;
    const persons: string[] = [];
    const claimants = claimantsOf(body, (person) => {
      persons.push(person);
      return undefined;
    });
    const statements = statementsOf(standingNowhere(body, claimants));
    writer.push(statements.length);
    for (const { target, party, modality, until, names, rank, by, form, hasConditions } of statements) {
      writer.push(NAMED_KINDS.indexOf(target.kind));
      writer.push(writer.id(negotiation, target.id));
      writer.push(writer.id(negotiation, party));
      writer.push(placeIn(MODALITIES, modality));
      writer.push(toColumn(until));
      writer.push(names === null ? NONE : writer.id(negotiation, names));
      writer.push(placeIn(FORMS, form));
      writer.push(hasConditions ? 1 : 0);
      writer.push(by.length > 0 ? writer.term(JSON.stringify(by)) : NONE);
      writer.push(rank);
      writer.ids(negotiation, rank === 1 ? [] : persons);
    }
  }
}

/** On one line. */
function inSmallLetters(summary: string): string {
  return summary.toLowerCase().replaceAll('\n', '\r');
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
