import { z } from 'zod';
import { toldBeside } from '../../http/fields/told-beside.js';
import { parseDay } from '../../vocabulary/day.js';

const MAX_POSITION = 9_000_000_000_000_000n;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]00:00)$/;

/** A day of the calendar as a query parameter. */
export const day = z.string().refine((value) => parseDay(value) !== undefined, {
  message: 'must be a day of the calendar, YYYY-MM-DD',
  params: { code: 'invalid-date' },
});

/** A position as a query parameter: `@` and a decimal number. */
export function isPosition(value: string): boolean {
  return /^@\d{1,16}$/.test(value) && BigInt(value.slice(1)) < MAX_POSITION;
}

/** An instant as a query parameter: RFC 3339, UTC. */
function isInstant(value: string): boolean {
  return INSTANT.test(value) && parseDay(value.slice(0, 10)) !== undefined && !Number.isNaN(Date.parse(value));
}

export const recorded = z.string().refine((value) => parseDay(value) !== undefined || isPosition(value) || isInstant(value), {
  message: 'must be YYYY-MM-DD, an RFC 3339 instant in UTC, or @POSITION',
  params: { code: 'invalid-recorded' },
});

/** The axes that every read takes. */
export const axes = {
  asOf: day.optional().describe('D: what had happened by the end of this day, UTC. Default: today'),
  knownBy: day.optional().describe('K: what was published by the end of this day, UTC. Default: no limit'),
  on: day.optional().describe('Short for asOf and knownBy of the same day: what a reader could know that day'),
  recordedBy: recorded.optional().describe('R: what was recorded by then: YYYY-MM-DD, an instant, or @POSITION. Default: the head'),
  certainty: z.enum(['any', 'certain']).optional().describe('certain leaves out what is only possible'),
};

/** A query with the axes and some parameters of its own; unknown ones are refused. */
export function questionWith<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ ...axes, ...shape }).refine(hasOneWayOfAxes, {
    path: ['on'],
    message: 'stands for asOf and knownBy: give either it or them',
    params: { code: 'conflict' },
    ...toldBeside,
  });
}

function hasOneWayOfAxes({ on, asOf, knownBy }: Partial<Record<'on' | 'asOf' | 'knownBy', unknown>>): boolean {
  return on === undefined || (asOf === undefined && knownBy === undefined);
}

/** A query with nothing but the axes. */
export const axesQuestion = questionWith({});
export type AxesQuery = z.output<typeof axesQuestion>;

/** Parameters of every list. */
export const paging = {
  limit: z
    .string()
    .regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'must be a number from 1 to 500')
    .optional()
    .describe('How many items, 1 to 500. Default: 50'),
  cursor: z.string().max(1_000).optional().describe('Where the page starts, from `next` of the page before'),
};
