import fc from 'fast-check';
import { LINEAGES } from '../../src/vocabulary/events/plan-reports.js';
import { FORMATS, LEVELS } from '../../src/vocabulary/events/meeting-reports.js';
import { CHANGES_OF_ROLE } from '../../src/vocabulary/events/other-reports.js';
import { FORMS } from '../../src/vocabulary/events/report.js';
import { occurredDate, scheduleDate } from './histories-dates.js';
import { claimant, conditions, type Drawn, earlier, few, one, orNull, rarely, voice } from './histories-drawn.js';

const position = fc.record({
  type: fc.constant('PositionStated' as const),
  party: one,
  onPlan: fc.constantFrom(false, false, false, false, true),
  target: one,
  speaker: rarely(voice),
  modality: fc.nat({ max: 12 }),
  conditions,
  until: rarely(occurredDate),
  previous: rarely(earlier),
});

const agreement = fc.record({
  type: fc.constant('AgreementSigned' as const),
  signatories: fc.uniqueArray(one, { minLength: 1, maxLength: 3, size: 'max' }),
  person: rarely(one),
  propositions: fc.uniqueArray(one, { maxLength: 2, size: 'max' }),
  conditions,
});

const meeting = fc.record({
  type: fc.oneof(
    { weight: 7, arbitrary: fc.constant('MeetingAnnounced' as const) },
    { weight: 2, arbitrary: fc.constant('MeetingRevised' as const) },
    { weight: 1, arbitrary: fc.constant('MeetingHeld' as const) },
  ),
  change: fc.constantFrom('moved', 'cancelled'),
  scheduledFor: scheduleDate,
  hasSchedule: fc.boolean(),
  place: fc.constantFrom(null, 'Geneva', 'Paris'),
  format: orNull(fc.constantFrom(...FORMATS)),
  purpose: fc.constantFrom(null, 'talks'),
  outcome: fc.constantFrom(null, 'a text', 'nothing'),
  durationMinutes: fc.constantFrom(null, 90),
  level: fc.constantFrom(null, ...LEVELS),
  hosts: few(fc.constantFrom('the party', 'another party', 'a name with it'), 2),
  reason: fc.constantFrom(null, 'snow'),
  attendance: few(fc.record({ who: voice, role: fc.constantFrom(null, 'chair'), online: fc.constantFrom(null, true) }), 2),
});

/** A source cites a few of the points, by their numbers or by their words. */
const point = fc.record({
  number: orNull(fc.constantFrom(1, 2, 3), 3),
  text: fc.nat({ max: 2 }),
  propositions: fc.uniqueArray(one, { maxLength: 2, size: 'max' }),
});
const points = fc.uniqueArray(point, { maxLength: 3, size: 'max', selector: ({ number, text }) => number ?? `text ${String(text)}` });

const plan = fc.record({
  type: fc.constantFrom('PlanTabled', 'PlanRevised'),
  plan: one,
  by: few(voice, 2),
  pointCount: fc.constantFrom(null, 20, 28),
  points: fc.oneof({ weight: 1, arbitrary: points }, { weight: 1, arbitrary: points.map((all) => all.slice(0, 0)) }),
  lineage: fc.constantFrom(...LINEAGES),
});

const assessment = fc.record({
  type: fc.constant('AssessmentMade' as const),
  about: fc.constantFrom(null, 'issue', 'plan', 'meeting', 'proposition'),
  index: one,
  measure: fc.constantFrom(null, 90, 'most'),
  blocker: fc.boolean(),
  resolves: orNull(earlier),
});

const other = fc.record({
  type: fc.constantFrom('RoleChanged', 'ContextReported', 'ContextReported'),
  change: fc.constantFrom(...CHANGES_OF_ROLE),
  person: one,
  party: one,
});

/** What a report says, as a draft: data that any state of the log can turn into a valid report. */
const data = (weights: Weights) =>
  fc.oneof(
    { weight: weights.position, arbitrary: position },
    { weight: weights.agreement, arbitrary: agreement },
    { weight: weights.meeting, arbitrary: meeting },
    { weight: weights.plan, arbitrary: plan },
    { weight: weights.assessment, arbitrary: assessment },
    { weight: weights.other, arbitrary: other },
  );

/** Mostly news: what the source only thinks counts for less. */
const form = fc.constantFrom(...FORMS, 'stated', 'stated', 'direct-quote');

const envelope = {
  occurred: orNull(occurredDate, 5),
  source: one,
  by: few(claimant, 2),
  via: few(voice, 1),
  form,
  issues: few(one, 2),
  meeting: rarely(one),
};

/** A report before it has a place in a history. */
export const reportDraft = (weights: Weights) => fc.record({ ...envelope, data: data(weights) });

export type Weights = Record<'position' | 'agreement' | 'meeting' | 'plan' | 'assessment' | 'other', number>;
export interface ReportDraft extends Envelope {
  readonly data: DataDraft;
}
type Envelope = { readonly [K in keyof typeof envelope]: Drawn<(typeof envelope)[K]> };
export type DataDraft = Drawn<ReturnType<typeof data>>;
/** The draft of a type of report; one draft may stand for several types. */
export type Draft<T extends DataDraft['type']> = DraftOf<DataDraft, T>;
type DraftOf<D extends DataDraft, T> = D extends unknown ? (T extends D['type'] ? D : never) : never;
