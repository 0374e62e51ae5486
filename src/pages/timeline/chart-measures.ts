import type { ScaleTime } from 'd3-scale';

/** In dots of the drawing. */
export const WIDTH = 1_200;
/** Where the titles of lanes end. */
export const LEFT = 210;
/** What the days take above the lanes. */
export const TOP = 26;
export const MS_PER_DAY = 86_400_000;
const TICKS = 8;
const LONGEST_TITLE = 28;
/** What a date takes behind its tick. */
const DATE = 80;

/** The ticks of a line of time whose dates have room. */
export function ticksOf(time: ScaleTime<number, number>): Date[] {
  return time.ticks(TICKS).filter((tick) => time(tick) + DATE <= WIDTH);
}

/** A title as far as it has room beside its lane. */
export function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1)}…`;
}
