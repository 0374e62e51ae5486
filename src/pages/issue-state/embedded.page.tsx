import type { IssueState } from '../asking/issue-shapes.js';
import type { View } from '../asking/view.js';
import { ConvergenceBadge } from '../parts/badges.js';
import { languageOfText } from '../parts/told.js';
import type { Page } from '../rendering/document.js';
import { dayWithWeekday } from '../words/dates.js';
import { isEmpty, type Matrix } from './matrix.js';
import { MatrixTable } from './matrix-table.js';

/** The matrix alone, to be shown within pages of others: no script, no form; its links open the whole page. */
export function embeddedPage(state: IssueState, matrix: Matrix, view: View): Page {
  const { words, language } = view.reader;
  const day = dayWithWeekday(view.day, language);
  const content = (
    <main id="main" class="one">
      <section class="card">
        <div class="issuehead">
          <h1>
            <a href={view.links.issue(state.id)} lang={languageOfText(view, state.names)}>
              {state.title}
            </a>
          </h1>
          <p class="facts">
            <ConvergenceBadge value={state.convergence} words={words} />
            <span class="badge one">{day}</span>
          </p>
          <p class="small mute">
            {words.perspectiveSays[view.perspective]} · <a href={view.links.to('')}>{view.negotiation.title}</a>
          </p>
          {isEmpty(matrix) && <p class="lede">{words.empty}</p>}
        </div>
        <MatrixTable matrix={matrix} view={view} selected={undefined} isWhole={false} />
      </section>
    </main>
  );
  return { title: `${state.title} · ${day}`, content, isEmbedded: true };
}
