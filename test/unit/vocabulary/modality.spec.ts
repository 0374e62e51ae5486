import { MODALITIES, weightOf } from '../../../src/vocabulary/modality.js';

it('each modality has the weight of the design, and there is no other one', () => {
  expect(Object.fromEntries(MODALITIES.map((modality) => [modality, weightOf(modality)]))).toEqual({
    demands: 3,
    proposes: 2,
    supports: 2,
    accepts: 2,
    'conditionally-accepts': 1,
    'open-to': 1,
    undecided: 0,
    objects: -1,
    rejects: -2,
    'red-line': -3,
  });
});
