import { type Told, toldBy } from '../../rules/meeting-telling.js';
import { isMeetingReport, type ReportContent } from '../../vocabulary/events/report-content.js';
import { recent } from '../tables/recent.js';

const KEPT = 10_000;

/** What a content says of a meeting, and whose it is. */
interface KeptTelling {
  /** The id of the report. */
  readonly report: string;
  readonly meeting: string;
  readonly told: Told;
}

/** What contents say of meetings, kept in few words: a meeting may rest on a thousand of them, and on the same ones at each point. */
export class KeptTellings {
  private readonly kept = recent<number, KeptTelling>(KEPT);

  constructor(private readonly contentOf: (content: number) => ReportContent) {}

  /** Undefined of a content that tells of no meeting. */
  of(content: number): KeptTelling | undefined {
    const known = this.kept.get(content);
    if (known !== undefined) return known;
    const body = this.contentOf(content);
    if (!isMeetingReport(body) || body.meeting === null) return undefined;
    const telling = { report: body.id, meeting: body.meeting, told: toldBy(body) };
    this.kept.set(content, telling);
    return telling;
  }
}
