import type { VNode } from 'preact';
import { type Modality, weightOf } from '../../vocabulary/modality.js';

const BOXES = [-3, -2, -1, 1, 2, 3];
const WEIGHTS = [-3, -2, -1, 0, 1, 2, 3];

/** The bars of all weights, drawn once in a page: boxes left of the line are against, right of it for. */
export function WeightBars(): VNode {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
      {WEIGHTS.map((weight) => (
        <symbol key={weight} id={`w${String(weight)}`} viewBox="0 0 64 12">
          {BOXES.map((box) => (
            <rect key={box} x={box < 0 ? 32 + box * 10 : 23 + box * 10} y="2" width="9" height="8" rx="1.5" class={classOf(box, weight)} />
          ))}
          {weight === 0 && <circle cx="32" cy="6" r="4" class="bar-n" />}
          <path d="M32 0V12" class="axis" />
        </symbol>
      ))}
    </svg>
  );
}

/** How strongly somebody is for or against it, drawn. */
export function WeightBar({ modality }: { modality: Modality }): VNode {
  return (
    <svg class="bar" width="64" height="12" aria-hidden="true" focusable="false">
      <use href={`#w${String(weightOf(modality))}`} />
    </svg>
  );
}

/** f: for, a: against, n: neither. */
export function toneOf(modality: Modality): 'f' | 'a' | 'n' {
  const weight = weightOf(modality);
  if (weight === 0) return 'n';
  return weight > 0 ? 'f' : 'a';
}

function classOf(box: number, weight: number): string {
  const isFilled = Math.sign(box) === Math.sign(weight) && Math.abs(box) <= Math.abs(weight);
  if (!isFilled) return 'bar-0';
  return weight > 0 ? 'bar-f' : 'bar-a';
}
