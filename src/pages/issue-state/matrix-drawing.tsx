import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { weightOf } from '../../vocabulary/modality.js';
import type { IssueState } from '../asking/issue-shapes.js';
import type { ExpiredStance, Stance } from '../asking/stance-shapes.js';
import type { View } from '../asking/view.js';
import { pointText } from '../parts/point-text.js';
import { captionOf, isHearsay } from '../parts/caption.js';
import { toneOf } from '../parts/weight-bar.js';
import { withoutControls } from '../rendering/without-controls.js';
import { dayInWords } from '../words/dates.js';
import { type Cell, type Matrix, MOST_COLUMNS, MOST_ROWS, type Row } from './matrix.js';
import { onceText } from './once-text.js';
import { wrapped } from './wrapped.js';

const LABEL = 330;
const COLUMN = 118;
const MARGIN = 16;
const LINE = 16;
const HEAD = 96;
const LABEL_CHARACTERS = 46;
const CELL_CHARACTERS = 18;
const BOXES = [-3, -2, -1, 1, 2, 3];

const FILLS = { f: '#e3f0f8', a: '#fbe9e2', n: '#eceff3' } as const;
const INKS = { f: '#08456c', a: '#7e2a0b', n: '#3b434d' } as const;
const BARS = { f: '#0b5c8f', a: '#a3370f', n: '#5b6470' } as const;

/** The matrix of an issue as a picture: the same words and marks as the table has, with a title and a description. */
export function matrixDrawing(state: IssueState, matrix: Matrix, view: View): string {
  return withoutControls(renderToString(<Drawing state={state} view={view} matrix={matrix} />));
}

function Drawing({ state, view, matrix }: { state: IssueState; view: View; matrix: Matrix }): VNode {
  const { words, language } = view.reader;
  const columns = matrix.columns.slice(0, MOST_COLUMNS);
  const all = [...matrix.several, ...matrix.single, ...matrix.over];
  const rows = all.slice(0, MOST_ROWS);
  const hidden = all.length - rows.length;
  const heights = rows.map((row) => heightOf(row, view));
  const tops = heights.map((_, i) => HEAD + heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  const bottom = HEAD + heights.reduce((sum, height) => sum + height, 0);
  const width = LABEL + columns.length * COLUMN + 2 * MARGIN;
  const height = bottom + 2 * LINE + MARGIN;
  const day = dayInWords(view.day, language);
  const known = pointText(view);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="title desc"
      lang={language}
      font-family="system-ui, 'Segoe UI', sans-serif"
      font-size="13"
      fill="#171b21"
    >
      <title id="title">{words.stateOf(state.title, day)}</title>
      <desc id="desc">{[words.matrixSays, words.severalSpoke(matrix.several.length), words.oneSpoke(matrix.single.length)].join(' ')}</desc>
      <defs>
        <pattern id="hearsay" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="9" height="9" fill="#fff" />
          <rect width="4" height="9" fill="#e9edf2" />
        </pattern>
      </defs>
      <rect width={width} height={height} fill="#fff" />
      <text x={MARGIN} y="30" font-size="19" font-weight="650">
        {words.stateOf(state.title, day)}
      </text>
      <text x={MARGIN} y="50" fill="#565f6b">
        {words.convergence[state.convergence]} · {known}
      </text>
      {columns.map((party, i) => (
        <text key={party} x={centreOf(i)} y={HEAD - 10} text-anchor="middle" font-weight="600">
          {wrapped(view.names.party(party), CELL_CHARACTERS).at(0)}
        </text>
      ))}
      {rows.map((row, i) => (
        <g key={row.proposition} transform={`translate(0 ${String(tops[i] ?? 0)})`}>
          <path d={`M${String(MARGIN)} 0H${String(width - MARGIN)}`} stroke="#d9dde3" />
          <Lines x={MARGIN} y={20} lines={wrapped(row.text, LABEL_CHARACTERS)} />
          {row.cells.slice(0, columns.length).map((cell, column) => (
            <CellShape key={cell.party} cell={cell} column={column} height={heights[i] ?? 0} view={view} />
          ))}
        </g>
      ))}
      <text x={MARGIN} y={bottom + LINE + 6} fill="#565f6b" font-size="12">
        {hidden > 0 ? `${words.moreRows(hidden)} · ` : ''}
        {view.negotiation.title} · {view.reader.origin}
      </text>
    </svg>
  );
}

interface CellShapeProps {
  readonly cell: Cell;
  readonly column: number;
  readonly height: number;
  readonly view: View;
}

function CellShape({ cell: { stance, expired }, column, height, view }: CellShapeProps): VNode {
  const { words } = view.reader;
  const x = centreOf(column);
  if (stance === undefined && expired !== undefined) return <Lines x={x} y={22} lines={onceLines(expired, view)} isCentred />;
  if (stance === undefined)
    return (
      <text x={x} y={height / 2 + 4} text-anchor="middle" fill="#6b7480">
        ·
      </text>
    );
  const tone = toneOf(stance.modality);
  const isHeard = isHearsay(stance);
  return (
    <g>
      <rect
        x={x - COLUMN / 2 + 4}
        y="4"
        width={COLUMN - 8}
        height={height - 8}
        rx="6"
        fill={isHeard ? 'url(#hearsay)' : FILLS[tone]}
        stroke={stance.certainty === 'possible' ? INKS[tone] : isHeard ? '#b8c0c9' : 'none'}
        stroke-dasharray={stance.certainty === 'possible' ? '4 3' : undefined}
      />
      <Bar x={x} weight={weightOf(stance.modality)} colour={BARS[tone]} />
      <text x={x} y="36" text-anchor="middle" font-weight="600" fill={isHeard ? '#30383f' : INKS[tone]}>
        {words.modality[stance.modality]}
      </text>
      <Lines x={x} y={51} lines={captionLines(stance, view)} isCentred />
    </g>
  );
}

/** Boxes left of the line are against, right of it for. */
function Bar({ x, weight, colour }: { x: number; weight: number; colour: string }): VNode {
  const isFilled = (box: number): boolean => Math.sign(box) === Math.sign(weight) && Math.abs(box) <= Math.abs(weight);
  return (
    <g>
      {BOXES.map((box) => (
        <rect key={box} x={x + (box < 0 ? box * 10 : box * 10 - 9)} y="10" width="9" height="8" fill={isFilled(box) ? colour : '#c5ccd4'} />
      ))}
      {weight === 0 && <circle cx={x} cy="14" r="4" fill={colour} />}
      <path d={`M${String(x)} 8v12`} stroke="#8f98a3" />
    </g>
  );
}

function Lines({ x, y, lines, isCentred = false }: { x: number; y: number; lines: readonly string[]; isCentred?: boolean }): VNode {
  return (
    <text x={x} y={y} text-anchor={isCentred ? 'middle' : undefined} font-size={isCentred ? 11 : undefined}>
      {lines.map((line, i) => (
        <tspan key={i} x={x} dy={i === 0 ? 0 : isCentred ? 13 : LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function captionLines(stance: Stance, view: View): string[] {
  return wrapped(captionOf(stance, view.names, view.reader.words).join(' · '), CELL_CHARACTERS);
}

function onceLines(expired: ExpiredStance, view: View): string[] {
  return wrapped(onceText(expired, view), CELL_CHARACTERS);
}

function heightOf(row: Row, view: View): number {
  const captions = row.cells.map(({ stance, expired }) => {
    if (stance !== undefined) return captionLines(stance, view).length;
    return expired === undefined ? 0 : onceLines(expired, view).length;
  });
  return Math.max(50, 14 + wrapped(row.text, LABEL_CHARACTERS).length * LINE, 46 + Math.max(...captions) * 13);
}

function centreOf(column: number): number {
  return MARGIN + LABEL + (column + 0.5) * COLUMN;
}
