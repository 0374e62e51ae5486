import type { VNode } from 'preact';
import { captionOf } from '../parts/caption.js';
import { ReportItem } from '../parts/report-item.js';
import { languageOfText } from '../parts/told.js';
import type { View } from '../asking/view.js';
import { dateText } from '../words/dates.js';
import { cellName } from './matrix.js';
import { type Also, type Evidence, type Ground, type Over, speakersOf } from './evidence.js';

interface DrawerProps {
  /** Undefined where no cell is chosen, or the cell has no stance. */
  readonly evidence: Evidence | undefined;
  /** Of a cell without a stance. */
  readonly over: Over | undefined;
  readonly wasAsked: boolean;
  readonly view: View;
}

/** Whose word a cell is, when it was said, and where it stands. */
export function EvidenceDrawer({ evidence, over, wasAsked, view }: DrawerProps): VNode {
  const { words } = view.reader;
  return (
    <aside class="drawer card" id="evidence" tabindex={-1} aria-label={words.evidence}>
      {evidence !== undefined && <Opened evidence={evidence} view={view} />}
      {evidence === undefined && over !== undefined && <NothingHeld over={over} view={view} />}
      {evidence === undefined && over === undefined && <p class="hd mute">{wasAsked ? words.noSuchCell : words.chooseCell}</p>}
    </aside>
  );
}

/** Silence, or that all that was said is over. */
function NothingHeld({ over: { party, row, also }, view }: { over: Over; view: View }): VNode {
  const { words } = view.reader;
  return (
    <>
      <div class="hd">
        <p class="small mute">{words.on(view.names.party(party))}</p>
        <h2 lang={languageOfText(view, row.names)}>{row.text}</h2>
        <p>{also.length > 0 ? words.noSuchCell : words.silentCell}</p>
      </div>
      {also.length > 0 && <AlsoSaid also={also} view={view} />}
      <Close cell={cellName(party, row.proposition)} view={view} />
    </>
  );
}

/** The way back to the cell that was opened. */
function Close({ cell, view }: { cell: string | undefined; view: View }): VNode {
  return (
    <p class="foot">
      <a href={view.links.here({ cell: undefined })} data-close={cell === undefined ? undefined : `cell-${cell}`}>
        {view.reader.words.close}
      </a>
    </p>
  );
}

function Opened({ evidence: { stance, grounds, also }, view }: { evidence: Evidence; view: View }): VNode {
  const { reader, names } = view;
  const { words, language } = reader;
  const { movement, previous, direction, conditions, target } = stance;
  return (
    <>
      <div class="hd">
        <p class="small mute">{words.on(names.party(stance.party))}</p>
        <h2 lang={languageOfText(view, target.names)}>{'text' in target ? target.text : target.title}</h2>
        <p class="stance">{words.modality[stance.modality]}</p>
        <p class="small">
          {[
            words.since(dateText(stance.since, language, words)),
            ...captionOf({ ...stance, conditions: [], previous: null }, names, words),
          ].join(' · ')}
        </p>
        {movement !== null && previous !== null && (
          <p class="small">
            {words.movement[movement]}: <b>{words.modality[previous.modality]}</b> → <b>{words.modality[stance.modality]}</b>
            {direction !== null && ` (${words.direction[direction]})`}
          </p>
        )}
        {conditions.length > 0 && (
          <>
            <p class="small">{words.conditions}:</p>
            <ul class="small" lang={languageOfText(view)}>
              {conditions.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <ol class="ev">
        {grounds.map((ground) => (
          <li key={ground.report.id} class={ground.role === 'decides' ? undefined : 'old'}>
            <ReportItem report={ground.report} speakers={speakersOf(ground.report)} view={view}>
              <Part ground={ground} view={view} />
            </ReportItem>
          </li>
        ))}
      </ol>
      {also.length > 0 && <AlsoSaid also={also} view={view} />}
      <Close cell={'proposition' in target ? cellName(stance.party, target.proposition) : undefined} view={view} />
    </>
  );
}

/** What was said and does not decide, and why. */
function AlsoSaid({ also, view }: { also: readonly Also[]; view: View }): VNode {
  const { words } = view.reader;
  return (
    <>
      <h3 class="also">{words.alsoSaid}</h3>
      <ol class="ev">
        {also.map(({ report, voice, modality, counts }) => (
          <li key={report.id} class="old">
            <ReportItem report={report} speakers={speakersOf(report)} view={view}>
              <div>
                <span class={`k ${voice}`}>{words.voice[voice]}</span> {words.modality[modality]}{' '}
                <span class="small mute">{words.counts[counts]}</span>
              </div>
            </ReportItem>
          </li>
        ))}
      </ol>
    </>
  );
}

function Part({ ground: { role, voice }, view }: { ground: Ground; view: View }): VNode {
  const { words } = view.reader;
  return (
    <div>
      {voice !== undefined && <span class={`k ${voice}`}>{words.voice[voice]}</span>} <span class="small mute">{words.role[role]}</span>
    </div>
  );
}
