import fc from 'fast-check';
import { LINEAGES } from '../../src/vocabulary/events/plan-reports.js';
import { FORMATS, LEVELS } from '../../src/vocabulary/events/meeting-reports.js';
import { CHANGES_OF_ROLE } from '../../src/vocabulary/events/other-reports.js';
import { FORMS } from '../../src/vocabulary/events/report.js';
import { occurredDate, scheduleDate } from './histories-dates.js';

/** Somebody, seen from the party that a report tells of. */
const voice = fc.constantFrom(
  ...(['the party', 'its person', 'a name with it', 'another party', 'another person', 'a name with another', 'a name'] as const),
  ...(['person 0', 'person 3', 'person 4'] as const),
);
/** Whoever claims it may be the speaker, or somebody of that name elsewhere. */
const claimant = fc.oneof({ weight: 4, arbitrary: voice }, { weight: 1, arbitrary: fc.constantFrom('the speaker', 'a namesake') });

/** Mostly the first of a few. */
const one = fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3);
/** Null once in `freq` times. */
const orNull = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { freq, nil: null });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 2, arbitrary: fc.array(arbitrary, { maxLength, size: 'max' }) });

const conditions = few(orNull(one), 2);

/** An earlier report, found when the history is written: of those that fit, or of all. */
const earlier = fc.record({ among: fc.constantFrom('fitting', 'all'), back: fc.nat({ max: 20 }) });

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

const ANNOUNCED_MOSTLY = ['MeetingAnnounced', 'MeetingAnnounced', 'MeetingAnnounced', 'MeetingRevised', 'MeetingHeld'] as const;
const meeting = fc.record({
  type: fc.constantFrom(...ANNOUNCED_MOSTLY),
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

const envelope = {
  occurred: orNull(occurredDate, 5),
  source: one,
  by: few(claimant, 2),
  via: few(voice, 1),
  form: fc.constantFrom(...FORMS),
  issues: few(one, 2),
  meeting: rarely(one),
};

/** A report before it has a place in a history. */
const reportDraft = (weights: Weights) => fc.record({ ...envelope, data: data(weights) });

/** What a history is mostly about: reports of one kind only collide where there are many of them. */
export const REPORT_DRAFTS = [
  reportDraft({ position: 12, agreement: 3, meeting: 5, plan: 4, assessment: 4, other: 3 }),
  reportDraft({ position: 30, agreement: 3, meeting: 1, plan: 1, assessment: 1, other: 1 }),
  reportDraft({ position: 3, agreement: 1, meeting: 14, plan: 1, assessment: 2, other: 1 }),
  reportDraft({ position: 4, agreement: 1, meeting: 1, plan: 6, assessment: 10, other: 3 }),
];

type Weights = Record<'position' | 'agreement' | 'meeting' | 'plan' | 'assessment' | 'other', number>;
export type ReportDraft = Drawn<ReturnType<typeof reportDraft>>;
export type DataDraft = ReportDraft['data'];
/** The draft of a type of report; one draft may stand for several types. */
export type Draft<T extends DataDraft['type']> = DraftOf<DataDraft, T>;
type DraftOf<D extends DataDraft, T> = D extends unknown ? (T extends D['type'] ? D : never) : never;
export type Voice = Drawn<typeof voice>;
export type Claimant = Drawn<typeof claimant>;
export type Earlier = Drawn<typeof earlier>;
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

/**
 * Positions of one party on one target, each naming one before it: of the chain, of the turns that the chain has left behind, or
 * any other. The weights alternate more often than not.
 */
export const chain: fc.Arbitrary<ReportDraft[]> = fc
  .tuple(
    fc.record({ party: one, target: one, onPlan: fc.constantFrom(false, false, true) }),
    fc.array(
      fc.record({
        modality: fc.constantFrom(0, 1, 0, 1, 3),
        occurred: orNull(occurredDate, 6),
        source: one,
        by: fc.constantFrom<Claimant[]>([], [], [], ['the party'], ['another party']),
        until: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: occurredDate }),
        previous: fc.oneof(
          { weight: 3, arbitrary: fc.record({ among: fc.constant('fitting' as const), back: fc.constantFrom(0, 0, 1, 2) }) },
          { weight: 1, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: earlier },
        ),
      }),
      { minLength: 3, maxLength: 9, size: 'max' },
    ),
  )
  .map(([on, steps]) =>
    steps.map(({ modality, until, previous, ...told }) => ({
      ...told,
      via: [],
      form: 'stated' as const,
      issues: [],
      meeting: null,
      data: { type: 'PositionStated' as const, ...on, speaker: null, modality, conditions: [], until, previous },
    })),
  );
