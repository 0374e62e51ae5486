import { tell } from './notice.js';
import { counted, pageFacts } from './page-facts.js';
import type { Visits } from './visits.js';

/** Tells how many reports were recorded since the page was made. What is being read does not move: the reader asks for them. */
export class Live {
  private stream: EventSource | undefined;
  /** By report: where it was recorded last. */
  private readonly reports = new Map<string, bigint>();

  constructor(private readonly visits: Visits) {
    // A page that nobody looks at holds no connection: browsers have six for all pages of a service.
    document.addEventListener('visibilitychange', () => {
      this.follow();
    });
    this.follow();
  }

  /** The page is another one by now: what it shows is not new. */
  pageShown(): void {
    this.follow();
    const shown = pageFacts()?.position ?? 0n;
    for (const [id, position] of this.reports) if (position <= shown) this.reports.delete(id);
    this.tell();
  }

  private follow(): void {
    const url = document.hidden ? undefined : pageFacts()?.live;
    if (url === undefined) {
      this.stream?.close();
      this.stream = undefined;
    } else if (this.stream === undefined) {
      this.stream = new EventSource(url);
      this.stream.addEventListener('step', (event: MessageEvent<string>) => {
        this.heard(event);
      });
    }
  }

  private heard({ data, lastEventId }: MessageEvent<string>): void {
    const { cause } = JSON.parse(data) as { readonly cause?: { readonly report?: string } };
    const position = /^\d+$/.test(lastEventId) ? BigInt(lastEventId) : 0n;
    if (cause?.report === undefined || position <= (pageFacts()?.position ?? 0n)) return;
    this.reports.set(cause.report, position);
    this.tell();
  }

  private tell(): void {
    const words = pageFacts()?.words;
    if (words === undefined || this.reports.size === 0) return;
    tell(counted(words.newReports, this.reports.size), { label: words.show, follow: () => void this.visits.to(location.href) });
  }
}
