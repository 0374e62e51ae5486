import { preview, parsed } from './swap.js';
import type { SeenDays } from './seen-days.js';
import type { Visits } from './visits.js';

const HAND_STOPS_MS = 120;
const MS_PER_DAY = 86_400_000;
const NO_DAY = '0000-00-00';
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: -Infinity,
  End: Infinity,
};

/** The strip of time as a slider. The handle follows the hand at once; the page of the day comes when the hand stops. */
export class Slider {
  private hand: number | undefined;
  private isHeld = false;
  private settling: number | undefined;

  constructor(
    private readonly visits: Visits,
    private readonly seen: SeenDays,
  ) {
    document.addEventListener('keydown', (event) => {
      const move = KEYS[event.key];
      const strip = stripOf(event.target);
      if (move === undefined || strip === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.move(strip, (this.hand ?? Number(strip.dataset.day)) + move);
    });
    document.addEventListener('pointerdown', (event) => {
      const strip = stripOf(event.target);
      if (strip === undefined || event.button !== 0) return;
      this.isHeld = true;
      strip.setPointerCapture(event.pointerId);
      strip.focus({ preventScroll: true });
      this.move(strip, dayAt(strip, event.clientX));
    });
    document.addEventListener('pointermove', (event) => {
      const strip = this.isHeld ? stripOf(event.target) : undefined;
      if (strip !== undefined) this.move(strip, dayAt(strip, event.clientX));
    });
    for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => (this.isHeld = false));
  }

  /** The page of a day is shown: the hand, if it has gone on meanwhile, stays where it is. */
  pageShown(): void {
    const strip = document.querySelector<HTMLElement>('.strip[data-href]');
    if (this.settling === undefined) this.hand = undefined;
    else if (strip !== null && this.hand !== undefined) draw(strip, this.hand);
  }

  private move(strip: HTMLElement, wanted: number): void {
    const day = Math.min(Number(strip.dataset.last), Math.max(Number(strip.dataset.first), wanted));
    if (day === (this.hand ?? Number(strip.dataset.day))) return;
    this.hand = day;
    draw(strip, day);
    const near = this.seen.nearest(strip.dataset.href ?? '', day);
    if (near !== undefined) preview(parsed(near));
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.settling = undefined;
      void this.visits.to(hrefOf(strip, isoOf(day)), { isStop: true });
    }, HAND_STOPS_MS);
  }
}

function stripOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('.strip[data-href]') ?? undefined) : undefined;
}

/** The address of a day: that of the page with the day put in. */
function hrefOf(strip: HTMLElement, day: string): string {
  return (strip.dataset.href ?? '').replaceAll(NO_DAY, day);
}

/** A day ends where its line stands. */
function dayAt(strip: HTMLElement, x: number): number {
  const { left, width } = (strip.querySelector('svg') ?? strip).getBoundingClientRect();
  const [first, last] = [Number(strip.dataset.first), Number(strip.dataset.last)];
  return Math.round(first + ((x - left) / width) * (last + 1 - first)) - 1;
}

/** The handle, what is hidden behind it, and how it reads, for a day whose page is not there yet. */
function draw(strip: HTMLElement, day: number): void {
  const [first, last] = [Number(strip.dataset.first), Number(strip.dataset.last)];
  const width = strip.querySelector('svg')?.viewBox.baseVal.width ?? 0;
  const x = ((day + 1 - first) / (last + 1 - first)) * width;
  strip.querySelector('.handle')?.setAttribute('transform', `translate(${x.toFixed(1)} 0)`);
  const hidden = strip.querySelector('.hidden');
  hidden?.setAttribute('x', x.toFixed(1));
  hidden?.setAttribute('width', String(Math.max(0, width - x)));
  const { lang } = document.documentElement;
  const out = (strip.dataset.out ?? '').split(' ').filter((from) => from !== '' && Number(from) <= day).length;
  const { of } = strip.dataset;
  const text = [dateOf(day, lang, 'long'), ...(of === undefined ? [] : [of.replace('#', String(out))])].join(', ');
  strip.setAttribute('aria-valuenow', String(day));
  strip.setAttribute('aria-valuetext', text);
  const date = document.querySelector('.timebar .date');
  if (date?.firstChild != null) date.firstChild.textContent = dateOf(day, lang, 'short');
}

function dateOf(day: number, lang: string, month: 'long' | 'short'): string {
  const weekday = month === 'short' ? ({ weekday: 'short' } as const) : {};
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    ...weekday,
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(day * MS_PER_DAY));
}

function isoOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
