import type { VNode } from 'preact';
import type { View } from '../asking/view.js';
import { languageOfText } from '../parts/told.js';
import { LANES } from './lanes-by.js';

/** Of which issue, and by what the lanes are. */
export function TimelineFilters({ view, issue, lanes }: { view: View; issue: string | undefined; lanes: string }): VNode {
  const { reader, issues } = view;
  const { words } = reader;
  const { perspective: _p, day: _d, issue: _i, lanes: _n, ...kept } = reader.query;
  return (
    <form class="filters" method="get" action={reader.path}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {words.issue}{' '}
        <select name="issue">
          <option value="">{words.allIssues}</option>
          {issues.map(({ id, title, names }) => (
            <option key={id} lang={languageOfText(view, names)} value={id} selected={id === issue}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.laneBy}{' '}
        <select name="lanes">
          {LANES.map((one) => (
            <option key={one} value={one} selected={one === lanes}>
              {words[one]}
            </option>
          ))}
        </select>
      </label>
      <button class="btn primary">{words.show}</button>
    </form>
  );
}
