import type { VNode } from 'preact';
import type { ReportVersion } from '../asking/report-shapes.js';
import type { View } from '../asking/view.js';
import { languageOfText } from '../parts/told.js';
import { dateText, instantText } from '../words/dates.js';
import { changedFields } from './changed-fields.js';

/** Everything that was recorded of a report, oldest first, with what each correction changed. */
export function Versions({ versions, view }: { versions: readonly ReportVersion[]; view: View }): VNode {
  const { words, language } = view.reader;
  return (
    <ol class="versions">
      {versions.map((version, i) => {
        const before = versions.slice(0, i).findLast(({ content }) => content !== null)?.content;
        return (
          <li key={version.position}>
            <b>{words.versionKind[version.kind]}</b> · {instantText(version.recordedAt, language)}{' '}
            {view.reader.seesPosters && `· ${words.postedBy(version.postedBy)} `}· @{version.position}
            {version.reason !== null && ` · ${words.reason[version.reason]}`}
            {version.published !== null && ` · ${words.published(dateText(version.published.edtf, language, words))}`}
            {version.note !== null && <p lang={languageOfText(view)}>{version.note}</p>}
            {before != null && version.content !== null && (
              <p class="small mute">{words.changedFields(words.list(changedFields(before, version.content)))}</p>
            )}
            {version.content !== null && (
              <details>
                <summary lang={languageOfText(view)}>{version.content.summary}</summary>
                <pre>{JSON.stringify(version.content, null, 2)}</pre>
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
}
