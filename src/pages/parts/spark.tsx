import type { VNode } from 'preact';

const BAR = 3;
const HEIGHT = 18;

/** Numbers of weeks as a row of small bars; nothing where all are 0. @param most the highest of all rows, so that rows compare */
export function Spark({ counts, most, label }: { counts: readonly number[]; most: number; label: string }): VNode | null {
  if (counts.every((count) => count === 0)) return null;
  const bars = counts.map((count, i) => {
    const height = count === 0 ? 0 : Math.max(1.5, (HEIGHT * count) / most);
    return count === 0 ? '' : `M${String(i * BAR)} ${String(HEIGHT)}v-${height.toFixed(1)}h${String(BAR - 1)}v${height.toFixed(1)}z`;
  });
  const width = counts.length * BAR;
  return (
    <svg class="spark" viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`} width={width} height={HEIGHT} role="img" aria-label={label}>
      <path d={bars.join('')} />
      <path class="base" d={`M0 ${String(HEIGHT)}H${String(width)}`} />
    </svg>
  );
}
