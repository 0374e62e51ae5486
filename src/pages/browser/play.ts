import type { Visits } from './visits.js';

/** Goes from step to step by itself, some a second, until the last one, or until the reader does anything else. */
export class Play {
  private playing: AbortController | undefined;

  constructor(private readonly visits: Visits) {
    document.addEventListener('click', (event) => {
      const isAsked = event.target instanceof Element && event.target.closest('.play') !== null && this.playing === undefined;
      this.stop();
      if (isAsked) void this.start();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.stop();
    });
  }

  /** Each page comes with a button that does not play. */
  draw(): void {
    for (const button of document.querySelectorAll('.play')) button.setAttribute('aria-pressed', String(this.playing !== undefined));
  }

  private async start(): Promise<void> {
    const { signal } = (this.playing = new AbortController());
    this.draw();
    while (!signal.aborted) {
      const next = document.querySelector<HTMLAnchorElement>('.steps a[rel=next]');
      if (next === null) break;
      await this.visits.to(next.href, { isStop: true });
      await new Promise((resolve) => setTimeout(resolve, 1_000 / stepsPerSecond()));
    }
    if (!signal.aborted) this.stop();
  }

  private stop(): void {
    this.playing?.abort();
    this.playing = undefined;
    this.draw();
  }
}

function stepsPerSecond(): number {
  return Number(document.querySelector<HTMLSelectElement>('.speed')?.value ?? '1');
}
