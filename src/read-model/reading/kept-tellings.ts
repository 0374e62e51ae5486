import { LRUCache } from 'lru-cache';
import { type Told, toldBy } from '../../rules/meeting-telling.js';
import { isMeetingReport, type ReportContent } from '../../vocabulary/events/report-content.js';

/** Each with whom it names counts as so many and one. */
const KEPT = 15_000;

/** What a content says of a meeting, and whose it is. */
interface KeptTelling {
  /** The id of the report. */
  readonly report: string;
  readonly meeting: string;
  readonly told: Told;
}

/** What contents say of meetings, kept without the rest of them: a meeting may rest on a thousand of them, and on the same ones at each point. */
export class KeptTellings {
  private readonly kept = new LRUCache<number, KeptTelling>({
    maxSize: KEPT,
    sizeCalculation: ({ told: { data } }) => 1 + data.attendance.length + data.hosts.length,
  });

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
