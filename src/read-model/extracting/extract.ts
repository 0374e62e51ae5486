import { statedHash } from '../../event-store/event-hash.js';
import type { RecordedEvent } from '../../event-store/event-store.js';
import { plainEventOf } from '../../event-store/typed-event.js';
import { claimantsOf } from '../../rules/claimants.js';
import { actorsOf, issuesOf, meetingsOf, plansOf, propositionsOf, propositionsOfConditions } from '../../rules/mentions.js';
import { isNews } from '../../rules/news.js';
import { elapse, expiry } from '../../rules/replay/turns.js';
import { statementsOf } from '../../rules/statements.js';
import { type DayWindow, windowOf } from '../../vocabulary/edtf-window.js';
import type { SourceDefined } from '../../vocabulary/events/registry-events.js';
import { FORMS } from '../../vocabulary/events/report.js';
import { REPORT_TYPES, type ReportContent } from '../../vocabulary/events/report-content.js';
import { MODALITIES } from '../../vocabulary/modality.js';
import { toColumn } from '../tables/columns.js';
import { HALF } from '../tables/list-kinds.js';
import type { Mark } from '../tables/log-marks.js';
import type { NameKind } from '../tables/names.js';
import { wordsOf } from '../tables/root-words.js';

/** What stands in front of an extract. */
export const OP = { report: 0, source: 1, other: 2 } as const;

/** Kinds of names as extracts give them: by their place in here. */
export const NAMED_KINDS = ['proposition', 'meeting', 'plan', 'actor', 'resolves'] as const satisfies NameKind[];
type NamedKind = (typeof NAMED_KINDS)[number];

/** No text. */
export const NONE = -1;
/** A day that never comes. */
export const NEVER = 0x7fffffff;

/** An id holds no blank and nothing that a line of ids could not: where one does, its event cannot be projected. */
const ID = /^[!-~]{1,500}$/;

/** So many dates are remembered. */
const MOST_WINDOWS = 10_000;

/** What one thread hands to another one: texts, each once, and numbers that can be given away without a copy. */
export interface Extracted {
  readonly texts: readonly string[];
  readonly numbers: Int32Array;
  readonly events: number;
  /** The first and the last event. */
  readonly marks: readonly Mark[];
}

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

/**
 * What the read model needs of events, as numbers and as texts that are told once. It is worked out from each event alone, so that any
 * thread can do it. What depends on events before (the numbers of names, issues of propositions, parties of persons, dates of
 * sources) is left to the projector.
 */
export class Extracts {
  private texts: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly windows = new Map<string, DayWindow>();
  private numbers = new Int32Array(1 << 10);
  private used = 0;
  private count = 0;
  private first: Mark | undefined;
  private last: Mark | undefined;

  get events(): number {
    return this.count;
  }

  add(recorded: RecordedEvent): void {
    this.count += 1;
    this.first ??= markOf(recorded);
    this.last = recorded;
    const start = this.used;
    const isReport = Object.hasOwn(TYPE_NUMBERS, recorded.type);
    if (!isReport && recorded.type !== 'SourceDefined') {
      this.other(recorded);
      return;
    }
    try {
      const event = plainEventOf(recorded);
      this.head(isReport ? OP.report : OP.source, recorded);
      if (isReport) this.addContent(event as ReportContent);
      else this.source(event as SourceDefined);
    } catch {
      // Why it cannot be read is found out again, and told, where it is projected.
      this.used = start;
      this.other(recorded);
    }
  }

  /** Gives what was gathered, and begins anew. */
  hand(): Extracted {
    const marks = [this.first, this.last].flatMap((event) => (event === undefined ? [] : [markOf(event)]));
    const handed = { texts: this.texts, numbers: this.numbers.slice(0, this.used), events: this.count, marks };
    this.texts = [];
    this.places.clear();
    this.used = 0;
    this.count = 0;
    this.first = undefined;
    this.last = undefined;
    return handed;
  }

  /** What a content says, without its place in the log. @throws whatever does not fit the type of the report */
  ofContent(body: ReportContent): Extracted {
    try {
      this.addContent(body);
    } catch (error) {
      this.hand();
      throw error;
    }
    return this.hand();
  }

  private addContent(body: ReportContent): void {
    const { occurred } = body;
    const window = occurred && this.windowOf(occurred.edtf);
    this.push(typeNumber(body));
    this.push(this.text(body.negotiation));
    this.push(this.id(body.id));
    this.push(this.id(body.source.id));
    this.push(window === null ? NEVER : toColumn(window.lo));
    this.push(window === null ? NEVER : toColumn(window.hi));
    this.push(occurred === null ? NONE : this.text(occurred.edtf));
    this.push(isNews(body) ? 1 : 0);
    this.push(dayOrNever(expiry(body)));
    this.push(dayOrNever(elapse(body)));
    this.push(this.freshText(body.summary.toLowerCase().replaceAll('\n', '\r')));
    const propositions = propositionsOf(body);
    const [meetings, plans] = [meetingsOf(body), plansOf(body)];
    this.ids(issuesOf(body, noIssue));
    this.ids(propositions);
    this.ids(meetings);
    this.ids(plans);
    this.named(body, propositions, meetings, plans);
    this.statements(body);
  }

  private named(body: ReportContent, propositions: string[], meetings: string[], plans: string[]): void {
    const place = this.used;
    this.push(0);
    let count = 0;
    const add = (kind: NamedKind, id: string): void => {
      this.push(NAMED_KINDS.indexOf(kind));
      this.push(this.id(id));
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
    this.numbers[place] = count;
  }

  /** Each with its rank if none of the persons who speak is of the party, and with those persons: it is 1 where one of them is. */
  private statements(body: ReportContent): void {
    const persons: string[] = [];
    const claimants = claimantsOf(body, (person) => {
      persons.push(person);
      return undefined;
    });
    const statements = statementsOf({ ...NOWHERE, id: body.id, content: body, claimants });
    this.push(statements.length);
    for (const { target, party, modality, until, names, rank, by, form, conditions } of statements) {
      this.push(NAMED_KINDS.indexOf(target.kind));
      this.push(this.id(target.id));
      this.push(this.id(party));
      this.push(placeIn(MODALITIES, modality));
      this.push(toColumn(until));
      this.push(names === null ? NONE : this.id(names));
      this.push(placeIn(FORMS, form));
      this.push(conditions.length > 0 ? 1 : 0);
      this.push(by.length > 0 ? this.text(JSON.stringify(by)) : NONE);
      this.push(rank);
      this.ids(rank === 1 ? [] : persons);
    }
  }

  private source({ negotiation, id, entry }: SourceDefined): void {
    const { edtf } = entry.published;
    const { lo, hi } = this.windowOf(edtf);
    this.push(this.text(negotiation));
    this.push(this.id(id));
    this.push(this.text(edtf));
    this.push(toColumn(lo));
    this.push(toColumn(hi));
  }

  /** Few dates are written in a log, and each is written often. */
  private windowOf(edtf: string): DayWindow {
    const known = this.windows.get(edtf);
    if (known !== undefined) return known;
    const window = windowOf(edtf);
    if (this.windows.size >= MOST_WINDOWS) this.windows.clear();
    this.windows.set(edtf, window);
    return window;
  }

  /** What is rare goes as it is. */
  private other(recorded: RecordedEvent): void {
    this.head(OP.other, recorded);
    const { type, stream, revision, data, metadata, isForeign } = recorded;
    this.push(this.freshText(JSON.stringify({ type, stream, revision: String(revision), data, metadata, isForeign })));
  }

  private head(op: number, recorded: RecordedEvent): void {
    const { position, metadata } = recorded;
    const at = Date.parse(metadata.recordedAt) || 0;
    this.push(op);
    this.push(Number(position) % HALF);
    this.push(Math.floor(Number(position) / HALF));
    this.push(at % HALF);
    this.push(Math.floor(at / HALF));
    for (const word of wordsOf(statedHash(recorded))) this.push(word);
  }

  private ids(ids: readonly string[]): void {
    this.push(ids.length);
    for (const id of ids) this.push(this.id(id));
  }

  private push(number: number): void {
    if (this.used === this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.used] = number;
    this.used += 1;
  }

  private id(id: string): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    if (!ID.test(id)) throw new Error(`${JSON.stringify(id)} is no id`);
    return this.text(id);
  }

  private text(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.freshText(text);
      this.places.set(text, place);
    }
    return place;
  }

  private freshText(text: string): number {
    this.texts.push(text);
    return this.texts.length - 1;
  }
}

const TYPE_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(REPORT_TYPES.map((type, i) => [type, i]));

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

/** No more than the mark: an event is large to hold, and to hand on. */
function markOf({ id, stream, position }: Mark): Mark {
  return { id, stream, position };
}

/** The issues that a content names itself; those of its propositions are known to the projector. */
function noIssue(): undefined {
  return undefined;
}
