import type { VNode } from 'preact';
import type { Words } from '../words/en.js';

const STEPS_PER_SECOND = [1, 2, 3, 4, 5];

/** Goes on from step to step by itself. Only script can, so it shows with script alone, and not to whom moving things are too much. */
export function Play({ words }: { words: Words }): VNode {
  return (
    <span class="playing" data-script>
      <button type="button" class="btn play" aria-pressed="false">
        <span aria-hidden="true">▷</span> {words.play}
      </button>{' '}
      <select class="speed" aria-label={words.stepsPerSecond}>
        {STEPS_PER_SECOND.map((steps) => (
          <option key={steps} value={steps}>
            {steps} / s
          </option>
        ))}
      </select>
    </span>
  );
}
