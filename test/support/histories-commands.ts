import fc from 'fast-check';
import { ENTRY_KINDS } from '../../src/vocabulary/events/registry-entries.js';
import { LINK_KINDS } from '../../src/vocabulary/events/report-links.js';
import { formatDay } from '../../src/vocabulary/day.js';
import { changedDate, day, publishedDate } from './histories-dates.js';
import type { Drawn } from './histories-drawn.js';
import { chain, plainWord } from './histories-positions.js';
import { type ReportDraft, reportDraft } from './histories-reports.js';

const index = fc.constantFrom(0, 0, 0, 1, 1, 2, 3);
/** 9 is nobody yet, and will never be. */
const principals = fc.constantFrom<number[][]>([], [], [0, 1], [0, 1], [0, 1], [1, 2], [0, 1, 2], [0], [3, 0], [0, 1, 9]);
const ownPrincipals = fc.constantFrom<number[][]>([], [], [], [0, 1], [0, 2], [1, 2, 0]);
const reason = fc.constantFrom('source', 'coding');
/** Corrections and retractions mostly concern the latest reports. */
const back = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(0, 0, 1) }, { weight: 1, arbitrary: fc.nat({ max: 12 }) });
const erratum = fc.oneof({ weight: 3, arbitrary: day.map(formatDay) }, { weight: 1, arbitrary: publishedDate });

/** What the registry holds at first. */
export const setup = fc.record({
  principals,
  staleAfterDays: fc.constantFrom(30, 10, 3),
  issues: fc.tuple(...[0, 1, 2].map(() => fc.record({ parent: fc.constantFrom(null, 0, 1), principals: ownPrincipals }))),
  issuesOfPropositions: fc.tuple(index, index, index, index),
  partiesOfPersons: fc.tuple(...[0, 1, 2, 0, 1].map((party) => fc.constantFrom(party, party, 0, 1, null))),
  published: fc.tuple(publishedDate, publishedDate, publishedDate, publishedDate),
  /** Over how much the stances spread: the less, the more they collide. */
  spread: fc.record({ parties: fc.constantFrom(2, 2, 3, 4), targets: fc.constantFrom(1, 2, 4), modalities: fc.constantFrom(2, 3, 10, 10) }),
  allAtFirst: fc.constantFrom(false, false, true),
  /** Whether the log is of a time when dates were not yet held against each other. */
  isOld: fc.constantFrom(false, false, false, true),
});

const change = fc.record({
  do: fc.constant('change' as const),
  kind: fc.constantFrom(...ENTRY_KINDS, 'source', 'person', 'person', 'proposition'),
  index,
  value: fc.constantFrom(null, 0, 1, 2, 3),
  principals,
  staleAfterDays: fc.constantFrom(30, 10, 3),
  published: changedDate,
});

const correct = (draft: fc.Arbitrary<ReportDraft>) =>
  fc.record({
    do: fc.constant('correct' as const),
    back,
    reason,
    published: erratum,
    /** What the correction takes from its draft; the rest is that of the version before. */
    of: fc.constantFrom('all', 'data', 'occurred', 'source', 'claim', 'modality', 'party', 'until', 'previous'),
    draft,
  });

/** A report, or else a source, is removed and taken back, again and again. */
const turns = fc.record({
  do: fc.constant('turns' as const),
  back,
  index: fc.option(index, { nil: null }),
  steps: fc.array(fc.record({ reason, published: erratum }), { minLength: 2, maxLength: 5, size: 'max' }),
});
const retract = fc.record({ do: fc.constant('retract' as const), back, reason, published: erratum });
/** Of those that are retracted then, the latest first. */
const reinstate = fc.record({ do: fc.constant('reinstate' as const), back, reason, published: erratum });
const withdraw = fc.record({ do: fc.constant('withdraw' as const), index, reason, published: erratum });
const readmit = fc.record({ do: fc.constant('readmit' as const), index, reason, published: erratum });
const link = fc.record({
  do: fc.constant('link' as const),
  back,
  to: back,
  kind: fc.constantFrom(...LINK_KINDS),
});
const unlink = fc.record({ do: fc.constant('unlink' as const) });
const report = (draft: fc.Arbitrary<ReportDraft>) => fc.record({ do: fc.constant('report' as const), draft });
const chained = fc.record({ do: fc.constant('chain' as const), drafts: chain });

/** One step of a history, as data. */
const command = (draft: fc.Arbitrary<ReportDraft>) =>
  fc.oneof(
    { weight: 36, arbitrary: report(draft) },
    { weight: 9, arbitrary: correct(draft) },
    { weight: 6, arbitrary: change },
    { weight: 2, arbitrary: retract },
    { weight: 2, arbitrary: reinstate },
    { weight: 1, arbitrary: withdraw },
    { weight: 1, arbitrary: readmit },
    { weight: 2, arbitrary: link },
    { weight: 1, arbitrary: unlink },
    { weight: 1, arbitrary: chained },
    { weight: 1, arbitrary: turns },
  );

/** What a history is mostly about: reports of one kind only collide where there are many of them. */
const REPORT_DRAFTS = [
  reportDraft({ position: 12, agreement: 3, meeting: 5, plan: 4, assessment: 4, other: 3 }),
  reportDraft({ position: 30, agreement: 3, meeting: 1, plan: 1, assessment: 1, other: 1 }),
  reportDraft({ position: 3, agreement: 1, meeting: 14, plan: 1, assessment: 2, other: 1 }),
  reportDraft({ position: 4, agreement: 1, meeting: 1, plan: 6, assessment: 10, other: 3 }),
  fc.oneof(
    { weight: 6, arbitrary: plainWord },
    { weight: 1, arbitrary: reportDraft({ position: 1, agreement: 4, meeting: 1, plan: 1, assessment: 1, other: 1 }) },
  ),
];

/** The steps of a history. */
export function commands(maxLength: number): fc.Arbitrary<Command[]> {
  return fc.oneof(...REPORT_DRAFTS.map((draft) => fc.array(command(draft), { minLength: 1, maxLength, size: 'max' })));
}

export type Setup = Drawn<typeof setup> & { readonly ofSeveralNodes: boolean };
export type Command = Drawn<ReturnType<typeof command>>;
export type CommandTo<D extends Command['do']> = Extract<Command, { do: D }>;
