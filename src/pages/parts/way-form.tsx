import type { ComponentChildren, VNode } from 'preact';
import type { View } from '../asking/view.js';
import { WAY_AXES, type WayAsked } from '../asking/way.js';
import { languageOfText } from './told.js';

/** Which way along which axis: a plain form. */
export function WayForm({ view, asked, children }: { view: View; asked: WayAsked; children?: ComponentChildren }): VNode {
  const { reader, issues } = view;
  const { words } = reader;
  return (
    <form class="filters" method="get" action={reader.path}>
      {reader.namesLanguage && <input type="hidden" name="lang" value={reader.language} />}
      <label>
        {words.fromEndOf} <Point name="from" value={asked.from} axis={asked.axis} />
      </label>
      <label>
        {words.toEndOf} <Point name="to" value={asked.to} axis={asked.axis} />
      </label>
      <label>
        {words.whatMoves}{' '}
        <select name="axis">
          {WAY_AXES.map((axis) => (
            <option key={axis} value={axis} selected={axis === asked.axis}>
              {words.axis[axis]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.issue}{' '}
        <select name="issue">
          <option value="">{words.allIssues}</option>
          {issues.map(({ id, title, names }) => (
            <option key={id} lang={languageOfText(view, names)} value={id} selected={id === asked.issue}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {children}
      <button class="btn primary">{words.compare}</button>
    </form>
  );
}

/** A day; on the recorded axis a position or an instant too. */
function Point({ name, value, axis }: { name: 'from' | 'to'; value: string | undefined; axis: WayAsked['axis'] }): VNode {
  return axis === 'recorded' ? (
    <input type="text" name={name} value={value ?? ''} />
  ) : (
    <input type="date" name={name} value={value ?? ''} />
  );
}
