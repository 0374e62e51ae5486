import type { VNode } from 'preact';
import type { View } from '../asking/view.js';
import { type Effect, isQuiet } from './effect.js';
import { EffectLine } from './effect-line.js';

/** Effects, a line each; those that only became certain say so. */
export function EffectList({ effects, view }: { effects: readonly Effect[]; view: View }): VNode {
  return (
    <ul class="eff">
      {effects.map((effect, i) => (
        <li key={i}>
          <EffectLine effect={effect} view={view} />
          {isQuiet(effect) && <span class="small mute"> · {view.reader.words.becameCertain}</span>}
        </li>
      ))}
    </ul>
  );
}
