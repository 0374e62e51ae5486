import { LatestRequest, OVERTAKEN } from './latest-request.js';
import { pageFacts } from './page-facts.js';
import { tell, tellNothing } from './notice.js';
import { parsed, swap } from './swap.js';

const SHOWS_THAT_IT_LOADS_MS = 150;
const TRIES_AGAIN_MS = 5_000;
const UNREACHABLE = Symbol('unreachable');

export interface Visit {
  /** Whether it is a stop to which "back" leads. */
  readonly isStop?: boolean;
  /** The id of what shall have the focus. */
  readonly focused?: string;
}

/** Goes to other addresses of the same screen: fetches the page that is there and puts it in place. */
export class Visits {
  private readonly request = new LatestRequest();
  private retry: number | undefined;
  private bar: number | undefined;
  private shown = whereWeAre();
  /** Whether what is under way is a way back or forward. */
  private isReturning = false;

  /** @param onShown told what came, once it is shown */
  constructor(private readonly onShown: (text: string) => void) {}

  /** Settles when the page is shown, was overtaken by another one, or is tried again later. */
  async to(url: string, visit: Visit = {}): Promise<void> {
    this.isReturning = false;
    clearTimeout(this.retry);
    clearTimeout(this.bar);
    this.bar = setTimeout(() => {
      document.documentElement.classList.add('loading');
    }, SHOWS_THAT_IT_LOADS_MS);
    const answer = await this.request.ask(url).catch((): typeof UNREACHABLE => UNREACHABLE);
    // Then the bar is that of the page that took its place.
    if (answer === OVERTAKEN) return;
    clearTimeout(this.bar);
    document.documentElement.classList.remove('loading');
    if (answer === UNREACHABLE) this.later(pageFacts()?.words.offline, TRIES_AGAIN_MS, url, visit);
    else this.show(answer, url, visit);
  }

  /** Back and forward. */
  return(): void {
    if (whereWeAre() !== this.shown) {
      void this.to(location.href);
      this.isReturning = true;
    } else if (this.isReturning) this.stay();
  }

  /** Back and forward again before the answer: what is shown is right. Else only the place in the page was another one. */
  private stay(): void {
    this.isReturning = false;
    this.request.cancel();
    clearTimeout(this.retry);
    clearTimeout(this.bar);
    document.documentElement.classList.remove('loading');
  }

  private show({ response, text }: { response: Response; text: string }, url: string, { isStop, focused }: Visit): void {
    if (response.status === 503) {
      const seconds = Number(response.headers.get('retry-after') ?? '1');
      this.later(pageFacts()?.words.unavailable, seconds * 1_000, url, { isStop, focused });
      return;
    }
    if (!response.ok) {
      location.assign(url);
      return;
    }
    // A form is led to the address that says the same by the axes.
    const reached = response.redirected ? response.url : url;
    if (isStop === true) history.pushState(null, '', reached);
    this.shown = whereWeAre();
    tellNothing();
    swap(parsed(text), focused);
    this.onShown(text);
  }

  /** What is shown stays, with a line above it. */
  private later(text: string | undefined, delay: number, url: string, visit: Visit): void {
    tell(text ?? '');
    this.retry = setTimeout(() => void this.to(url, visit), delay);
  }
}

function whereWeAre(): string {
  return location.pathname + location.search;
}
