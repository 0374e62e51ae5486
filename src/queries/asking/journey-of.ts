import type { DayJourney, Journey, RecordedJourney, ReplayAxis } from '../../rules/replay/journey.js';
import type { At } from '../../vocabulary/axes.js';
import { type Day, formatDay, parseDay } from '../../vocabulary/day.js';
import type { Position } from '../../vocabulary/position.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';

/** The question of changes and replay, as it comes. */
export interface JourneyQuery {
  readonly axis?: ReplayAxis | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly issue?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownBy?: string | undefined;
  readonly on?: string | undefined;
  readonly recordedBy?: string | undefined;
  readonly certainty?: At['certainty'] | undefined;
}

/** What the present decides. */
export interface Present {
  readonly today: Day;
  /** The position that `@POSITION`, a day or an instant means; left out: the head. @param parameter that says so */
  position(recordedBy: string | undefined, parameter?: string): Promise<Position>;
}

/** The axes that a way along one of them sets by `from` and `to`, and which therefore are not to be given. */
const SET_BY_THE_WAY = {
  published: ['knownBy', 'on'],
  occurred: ['asOf', 'on'],
  recorded: ['recordedBy'],
} as const satisfies Record<ReplayAxis, readonly (keyof JourneyQuery)[]>;

/** What is wrong with a question, its axes taken together. api.md, "changes and replay". */
export function faultsOfJourney(query: JourneyQuery): (Fault & { readonly parameter: string })[] {
  const axis = axisOf(query);
  const setTwice = SET_BY_THE_WAY[axis]
    .filter((parameter) => query[parameter] !== undefined)
    .map((parameter) => ({ parameter, code: 'set-by-the-axis', detail: `with axis=${axis} it is set by from and to` }));
  if (axis === 'recorded') return setTwice;
  const notDays = (['from', 'to'] as const)
    .filter((parameter) => query[parameter] !== undefined && parseDay(query[parameter]) === undefined)
    .map((parameter) => ({ parameter, code: 'invalid-date', detail: `with axis=${axis} it must be a day of the calendar, YYYY-MM-DD` }));
  return [...setTwice, ...notDays];
}

/**
 * The way that a question means, its defaults filled in. Only the axis named moves; `published` without `asOf` moves asOf too.
 * @param query without faults
 * @throws Refusal `invalid-query` where `from` lies after `to`; `position-not-reached`
 */
export async function journeyOf(query: JourneyQuery, present: Present): Promise<Journey> {
  const journey = axisOf(query) === 'recorded' ? await recordedJourney(query, present) : await dayJourney(query, present);
  if (journey.from !== null && journey.from > journey.to) {
    const detail = `from lies after to, which is ${pointText(journey, journey.to) ?? 'no limit'}`;
    throw new Refusal('invalid-query', detail, [{ parameter: 'from', code: 'from-after-to', detail }]);
  }
  return journey;
}

/** The parameters that fix a way and all its axes, so that the same question later has the same answer. */
export function fixedQuery(journey: Journey): Record<string, string | undefined> {
  const { asOf, knownBy, recordedBy, certainty } = journey.end;
  const isSet = (parameter: string): boolean => (SET_BY_THE_WAY[journey.axis] as readonly string[]).includes(parameter);
  const moves = journey.axis !== 'recorded' && journey.moving.asOf;
  return {
    axis: journey.axis,
    from: journey.from === null ? undefined : pointText(journey, journey.from),
    to: pointText(journey, journey.to),
    issue: journey.issue ?? undefined,
    asOf: isSet('asOf') || moves ? undefined : formatDay(asOf),
    knownBy: isSet('knownBy') || !Number.isFinite(knownBy) ? undefined : formatDay(knownBy),
    recordedBy: isSet('recordedBy') ? undefined : `@${String(recordedBy)}`,
    certainty,
  };
}

/** The same way behind another position, where one who left it takes it up again; nothing is left where that lies behind its end. */
export function resumedBehind(journey: RecordedJourney, position: Position): RecordedJourney {
  const to = position > journey.to ? position : journey.to;
  return { ...journey, from: position, to, start: journey.at(position), end: journey.at(to) };
}

async function recordedJourney(query: JourneyQuery, present: Present): Promise<RecordedJourney> {
  const asOf = dayIn(query.on ?? query.asOf) ?? present.today;
  const knownBy = dayIn(query.on ?? query.knownBy) ?? Infinity;
  const certainty = query.certainty ?? 'any';
  const at = (recordedBy: Position): At => ({ asOf, knownBy, recordedBy, certainty });
  const from = query.from === undefined ? null : await present.position(query.from, 'from');
  const to = await present.position(query.to, 'to');
  return { axis: 'recorded', issue: query.issue ?? null, ...between(from, to, at) };
}

async function dayJourney(query: JourneyQuery, present: Present): Promise<DayJourney> {
  const others = { recordedBy: await present.position(query.recordedBy), certainty: query.certainty ?? 'any' };
  const issue = query.issue ?? null;
  const from = dayIn(query.from) ?? null;
  const to = dayIn(query.to);
  const fixedAsOf = dayIn(query.asOf);
  if (query.axis === 'occurred') {
    const knownBy = dayIn(query.knownBy) ?? Infinity;
    const at = (asOf: Day): At => ({ asOf, knownBy, ...others });
    return { axis: 'occurred', issue, moving: { asOf: true, knownBy: false }, ...between(from, to ?? present.today, at) };
  }
  if (fixedAsOf !== undefined) {
    const at = (knownBy: Day): At => ({ asOf: fixedAsOf, knownBy, ...others });
    return { axis: 'published', issue, moving: { asOf: false, knownBy: true }, ...between(from, to ?? Infinity, at) };
  }
  const at = (day: Day): At => ({ asOf: day, knownBy: day, ...others });
  return { axis: 'published', issue, moving: { asOf: true, knownBy: true }, ...between(from, to ?? present.today, at) };
}

function between<Point>(from: Point | null, to: Point, at: (point: Point) => At) {
  return { from, to, at, start: from === null ? null : at(from), end: at(to) };
}

function axisOf({ axis }: JourneyQuery): ReplayAxis {
  return axis ?? 'published';
}

function dayIn(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text);
}

/** A point of the way as a parameter; undefined where it is no limit. */
function pointText({ axis }: Journey, point: Day | Position): string | undefined {
  if (axis === 'recorded') return `@${String(point)}`;
  return Number.isFinite(Number(point)) ? formatDay(Number(point)) : undefined;
}
