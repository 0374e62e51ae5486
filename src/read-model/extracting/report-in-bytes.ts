import type { Span } from '../../event-store/unread-event.js';
import type { Actor } from '../../vocabulary/actor.js';
import type { Condition, PositionData } from '../../vocabulary/events/position-stated.js';
import { type Claim, FORMS, type Form, type SourceReference } from '../../vocabulary/events/report.js';
import type { ReportContent, ReportType } from '../../vocabulary/events/report-content.js';
import { MODALITIES, type Modality } from '../../vocabulary/modality.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import { JsonInBytes } from './json-in-bytes.js';

/** The keys that are told apart, by their numbers. */
const KEY = {
  negotiation: 0,
  id: 1,
  occurred: 2,
  source: 3,
  claim: 4,
  issues: 5,
  meeting: 6,
  summary: 7,
  data: 8,
  edtf: 9,
  phrase: 10,
  basis: 11,
  anchor: 12,
  note: 13,
  locator: 14,
  quote: 15,
  by: 16,
  via: 17,
  form: 18,
  party: 19,
  speaker: 20,
  proposition: 21,
  plan: 22,
  modality: 23,
  conditions: 24,
  until: 25,
  previous: 26,
} as const;

/** A report as it stands in bytes. */
export interface ReadReport {
  /** What it says, but for words that no rule reads: these are left out as if they had not been given. */
  readonly content: ReportContent;
  /** Its summary where that stands as it is, without escapes; the content has none then. */
  readonly summary: Span | undefined;
}

/**
 * Reads reports of today's form from the bytes of their JSON: most of what an extract needs of them are ids and names that come again and again, and the
 * words of sources, half of their length, no extract needs.
 */
export class ReportsInBytes {
  private readonly json = new JsonInBytes([...Object.keys(KEY), ...MODALITIES, ...FORMS]);

  /** @returns undefined where it is not as expected: then it is to be read as a whole */
  read(type: ReportType, span: Span): ReadReport | undefined {
    this.json.begin(span);
    try {
      const report = this.report(type, span.bytes);
      return this.json.place === span.end ? report : undefined;
    } catch {
      return undefined;
    }
  }

  private report(type: ReportType, bytes: Buffer): ReadReport {
    const { json } = this;
    let negotiation: string | undefined;
    let id: string | undefined;
    let occurred: ReportedDate | null | undefined;
    let source: SourceReference | undefined;
    let claim: Claim | undefined;
    let issues: string[] | undefined;
    let meeting: string | null | undefined;
    let summary: Span | string | undefined;
    let data: unknown;
    json.enterObject();
    do {
      switch (json.key()) {
        case KEY.negotiation:
          negotiation = json.text();
          break;
        case KEY.id:
          id = json.rareText();
          break;
        case KEY.occurred:
          occurred = this.dateOrNull();
          break;
        case KEY.source:
          source = this.source();
          break;
        case KEY.claim:
          claim = this.claim();
          break;
        case KEY.issues:
          issues = json.list(() => json.text());
          break;
        case KEY.meeting:
          meeting = json.textOrNull();
          break;
        case KEY.summary:
          summary = this.summary(bytes);
          break;
        case KEY.data:
          data = type === 'PositionStated' ? this.position() : json.value();
          break;
        default:
          return json.fail();
      }
    } while (json.hasMore());
    if (negotiation === undefined || id === undefined || occurred === undefined || source === undefined || claim === undefined)
      return json.fail();
    if (issues === undefined || meeting === undefined || summary === undefined || data === undefined) return json.fail();
    const [text, span] = typeof summary === 'string' ? [summary, undefined] : ['', summary];
    const content = { negotiation, id, occurred, source, claim, issues, meeting, summary: text, data, type };
    return { content: content as ReportContent, summary: span };
  }

  private summary(bytes: Buffer): Span | string {
    const { json } = this;
    const start = json.place;
    if (json.passText()) return { bytes, start: start + 1, end: json.place - 1 };
    return json.parsedFrom(start) as string;
  }

  private source(): SourceReference {
    const { json } = this;
    let id: string | undefined;
    json.enterObject();
    do {
      switch (json.key()) {
        case KEY.id:
          id = json.text();
          break;
        case KEY.locator:
        case KEY.quote:
          json.passTextOrNull();
          break;
        default:
          return json.fail();
      }
    } while (json.hasMore());
    return id === undefined ? json.fail() : { id, locator: null, quote: null };
  }

  private claim(): Claim {
    const { json } = this;
    let by: Actor[] | undefined;
    let via: Actor[] | undefined;
    let form: string | undefined;
    json.enterObject();
    do {
      switch (json.key()) {
        case KEY.by:
          by = this.actors();
          break;
        case KEY.via:
          via = this.actors();
          break;
        case KEY.form:
          form = json.text();
          break;
        default:
          return json.fail();
      }
    } while (json.hasMore());
    return by === undefined || via === undefined || form === undefined ? json.fail() : { by, via, form: form as Form };
  }

  private position(): PositionData {
    const { json } = this;
    let party: string | undefined;
    let speaker: Actor | null | undefined;
    let proposition: string | null | undefined;
    let plan: string | null | undefined;
    let modality: string | undefined;
    let conditions: Condition[] | undefined;
    let until: ReportedDate | null | undefined;
    let previous: string | null | undefined;
    json.enterObject();
    do {
      switch (json.key()) {
        case KEY.party:
          party = json.text();
          break;
        case KEY.speaker:
          speaker = json.isNull() ? null : this.actor();
          break;
        case KEY.proposition:
          proposition = json.textOrNull();
          break;
        case KEY.plan:
          plan = json.textOrNull();
          break;
        case KEY.modality:
          modality = json.text();
          break;
        case KEY.conditions:
          conditions = json.list(() => json.value() as Condition);
          break;
        case KEY.until:
          until = this.dateOrNull();
          break;
        case KEY.previous:
          previous = json.isNull() ? null : json.rareText();
          break;
        default:
          return json.fail();
      }
    } while (json.hasMore());
    if (party === undefined || speaker === undefined || proposition === undefined || plan === undefined) return json.fail();
    if (modality === undefined || conditions === undefined || until === undefined || previous === undefined) return json.fail();
    return { party, speaker, proposition, plan, modality: modality as Modality, conditions, until, previous };
  }

  private dateOrNull(): ReportedDate | null {
    const { json } = this;
    if (json.isNull()) return null;
    let edtf: string | undefined;
    json.enterObject();
    do {
      switch (json.key()) {
        case KEY.edtf:
          edtf = json.text();
          break;
        case KEY.phrase:
        case KEY.basis:
        case KEY.anchor:
        case KEY.note:
          json.passTextOrNull();
          break;
        default:
          return json.fail();
      }
    } while (json.hasMore());
    return edtf === undefined ? json.fail() : { edtf, phrase: null, basis: 'unknown', anchor: null, note: null };
  }

  private actors(): Actor[] {
    return this.json.list(() => this.actor());
  }

  private actor(): Actor {
    const { json } = this;
    return json.isText ? json.text() : (json.value() as Actor);
  }
}
