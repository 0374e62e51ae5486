import type { VNode } from 'preact';
import type { Blocker } from '../asking/issue-shapes.js';
import type { View } from '../asking/view.js';
import { agoText } from '../words/dates.js';
import { Told } from './told.js';

/** What blocks a deal, how long it has, and the reports that say so. */
export function Blockers({ blockers, view }: { blockers: readonly Blocker[]; view: View }): VNode {
  const { words, language } = view.reader;
  return (
    <ul>
      {blockers.map(({ kind, proposition, report, summary, names, ageDays, evidence, certainty }) => (
        <li key={`${kind} ${proposition ?? report ?? ''}`}>
          <span class="pill a">{words.blockerKind[kind]}</span> <Told text={summary} names={names} view={view} />
          <span class="small mute">
            {ageDays == null ? '' : ` · ${agoText(ageDays, language, words)}`}
            {certainty === 'possible' && ` · ${words.dateUncertain}`}
            {evidence.map((id, i) => (
              <span key={id}>
                {' '}
                · <a href={view.links.report(id)}>{evidence.length > 1 ? `${words.report} ${String(i + 1)}` : words.report}</a>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
