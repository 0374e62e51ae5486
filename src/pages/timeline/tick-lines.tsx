import type { VNode } from 'preact';
import { type Tick, TOP } from './chart-measures.js';

/** The lines of the ticks down a drawing of some height, each with its day above. */
export function TickLines({ ticks, height }: { ticks: readonly Tick[]; height: number }): VNode {
  return (
    <>
      {ticks.map(({ x, text }) => (
        <g key={x}>
          <path class="grid" d={`M${x.toFixed(1)} ${String(TOP - 6)}V${String(height)}`} />
          <text x={(x + 3).toFixed(1)} y="14" class="tick">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}
