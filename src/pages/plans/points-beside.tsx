import type { VNode } from 'preact';
import type { PlanPoint } from '../asking/plan-shapes.js';
import type { View } from '../asking/view.js';
import { languageOfText, Told } from '../parts/told.js';
import type { Lineage } from './lineage.js';

/** The points of all versions of a line side by side, as far as they are known. */
export function PointsBeside({ line, view }: { line: Lineage; view: View }): VNode | null {
  const { words } = view.reader;
  if (line.every(({ points }) => points.length === 0)) return null;
  return (
    <details open>
      <summary>{line.length > 1 ? words.pointsBeside : words.points}</summary>
      <div class="scroll" tabindex={0} role="region" aria-label={`${words.points}: ${words.list(line.map(({ title }) => title))}`}>
        <table class="pairs">
          <thead>
            <tr>
              {line.map(({ id, title, names }) => (
                <th key={id} scope="col" lang={languageOfText(view, names)}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {line.map(({ id, points }) => (
                <td key={id}>
                  {points.length === 0 ? <span class="mute">{words.pointsNotReported}</span> : <Points points={points} view={view} />}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Points({ points, view }: { points: readonly PlanPoint[]; view: View }): VNode {
  return (
    <ul class="plain">
      {points.map(({ number, text, evidence }) => (
        <li key={`${String(number)} ${text}`}>
          {number !== null && `${String(number)}. `}
          <Told text={text} view={view} /> <a href={view.links.report(evidence[0] ?? '')}>{view.reader.words.report}</a>
        </li>
      ))}
    </ul>
  );
}
