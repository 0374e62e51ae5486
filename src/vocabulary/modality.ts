/** How a party stands on a target, with its weight. Design 2, "Modality". */
const WEIGHTS = {
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
} as const;

export type Modality = keyof typeof WEIGHTS;

export const MODALITIES = Object.keys(WEIGHTS) as Modality[];

/** −3 to +3: how strongly a modality is for (above zero) or against. */
export function weightOf(modality: Modality): number {
  return WEIGHTS[modality];
}
