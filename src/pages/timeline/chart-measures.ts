import type { ScaleTime } from 'd3-scale';
import { dayText } from '../words/dates.js';
import type { Language } from '../words/languages.js';

/** In dots of the drawing. */
export const WIDTH = 1_200;
/** Where the titles of lanes end. */
export const LEFT = 210;
/** What the days take above the lanes. */
export const TOP = 26;
export const MS_PER_DAY = 86_400_000;
const TICKS = 8;
const LONGEST_TITLE = 28;
/** What a letter of a date takes. */
const LETTER = 6.8;

export interface Tick {
  readonly x: number;
  /** The day, as it is written there. */
  readonly text: string;
}

/** The ticks of a line of time, as many as have room for their days. */
export function ticksOf(time: ScaleTime<number, number>, language: Language): Tick[] {
  const ticks = time.ticks(TICKS).map((tick) => ({ x: time(tick), text: dayText(tick.getTime() / MS_PER_DAY, language) }));
  const needed = LETTER * Math.max(0, ...ticks.map(({ text }) => text.length));
  const [first, second] = ticks;
  const every = first === undefined || second === undefined ? 1 : Math.ceil(needed / (second.x - first.x));
  return ticks.filter(({ x }, i) => i % every === 0 && x + needed <= WIDTH);
}

/** A title as far as it has room beside its lane. */
export function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1)}…`;
}
