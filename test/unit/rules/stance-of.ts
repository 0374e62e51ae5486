import type { Stance } from '../../../src/rules/stance.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import type { Modality } from '../../../src/vocabulary/modality.js';

/** A stance on the proposition `p` in the party's own words, held in the report `PARTY-1` of 1 January 2026 if nothing else is said. */
export function stance(party: string, modality: Modality, rest: Partial<Stance> = {}): Stance {
  return {
    party,
    target: { kind: 'proposition', id: 'p' },
    modality,
    conditions: [],
    voice: 'own',
    by: [party],
    form: 'stated',
    source: 's',
    certainty: 'certain',
    uncertain: [],
    since: '2026-01-01',
    movement: null,
    direction: null,
    previous: null,
    contestedBy: [],
    lapsed: null,
    evidence: [`${party}-1`, `${party}-2`],
    current: { id: `${party}-1`, occurred: windowOf('2026-01-01'), hasConditions: (rest.conditions ?? []).length > 0 },
    ...rest,
  };
}

export const ON_Q = { target: { kind: 'proposition', id: 'q' } } as const;
