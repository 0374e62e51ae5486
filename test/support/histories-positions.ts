import fc from 'fast-check';
import { occurredDate } from './histories-dates.js';
import { type Claimant, conditions, earlier, one, orNull } from './histories-drawn.js';
import type { ReportDraft } from './histories-reports.js';

/** A plain word of a party on a proposition: where many are told the sides meet, or do not. */
export const plainWord: fc.Arbitrary<ReportDraft> = fc
  .record({
    occurred: orNull(occurredDate, 5),
    source: one,
    by: fc.constantFrom<Claimant[]>([], [], ['the party'], ['its person'], ['another party']),
    issues: fc.constant<ReportDraft['issues']>([]),
    party: fc.constantFrom(0, 0, 1, 1, 2),
    target: fc.constantFrom(0, 0, 1, 2),
    modality: fc.constantFrom(0, 0, 0, 1, 2, 3),
    conditions: fc.oneof({ weight: 5, arbitrary: conditions.map((all) => all.slice(0, 0)) }, { weight: 1, arbitrary: conditions }),
  })
  .map(({ party, target, modality, conditions: told, ...rest }) => ({
    ...rest,
    via: [],
    form: 'stated' as const,
    meeting: null,
    data: {
      ...{ type: 'PositionStated' as const, party, target, modality, conditions: told },
      ...{ onPlan: false, speaker: null, until: null, previous: null },
    },
  }));

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
