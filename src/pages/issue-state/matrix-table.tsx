import { Fragment, type VNode } from 'preact';
import type { Stance } from '../asking/stance-shapes.js';
import type { View } from '../asking/view.js';
import { captionOf, isHearsay } from '../parts/caption.js';
import { Told } from '../parts/told.js';
import { toneOf, WeightBar, WeightBars } from '../parts/weight-bar.js';
import { type Cell, cellName, isEmpty, type Matrix, MOST_COLUMNS, MOST_ROWS, type Row } from './matrix.js';
import { onceText } from './once-text.js';

export interface MatrixTableProps {
  readonly matrix: Matrix;
  readonly view: View;
  /** The cell whose evidence is open. */
  readonly selected: string | undefined;
  /** Whether all rows and all parties are asked for, however many. */
  readonly isWhole: boolean;
}

/** Who holds what: a party a column, a proposition a row. Very large ones are folded behind a link. */
export function MatrixTable({ matrix, view, selected, isWhole }: MatrixTableProps): VNode | null {
  if (isEmpty(matrix)) return null;
  const { words } = view.reader;
  const columns = isWhole ? matrix.columns : matrix.columns.slice(0, MOST_COLUMNS);
  const groups = [
    { title: words.severalSpoke(matrix.several.length), rows: matrix.several },
    { title: words.oneSpoke(matrix.single.length), rows: matrix.single },
    { title: words.allOver(matrix.over.length), rows: matrix.over },
  ];
  const all = groups.flatMap(({ rows }) => rows);
  const shown = new Set(isWhole ? all : all.slice(0, MOST_ROWS));
  const hiddenRows = all.length - shown.size;
  const hiddenColumns = matrix.columns.length - columns.length;
  const rowProps = { columns, view, selected };
  return (
    <>
      <WeightBars />
      <div class="scroll" tabindex={0} role="region" aria-label={words.matrix}>
        <table class="matrix">
          <caption>{words.matrixSays}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="vh">{words.proposition}</span>
              </th>
              {columns.map((party) => (
                <th key={party} scope="col">
                  {view.names.party(party)}
                  <span class="pr">{matrix.principals.has(party) ? words.principal : ' '}</span>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ title, rows }) => (
            <Group key={title} title={title} rows={rows.filter((row) => shown.has(row))} {...rowProps} />
          ))}
        </table>
      </div>
      {hiddenRows + hiddenColumns > 0 && (
        <p class="foot">
          {hiddenRows > 0 && <a href={view.links.here({ more: 'all' })}>{words.moreRows(hiddenRows)}</a>}{' '}
          {hiddenColumns > 0 && <a href={view.links.here({ more: 'all' })}>{words.moreParties(hiddenColumns)}</a>}
        </p>
      )}
    </>
  );
}

interface RowsProps {
  readonly columns: readonly string[];
  readonly view: View;
  readonly selected: string | undefined;
}

function Group({ title, rows, ...props }: RowsProps & { title: string; rows: readonly Row[] }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr class="grp">
        <th colspan={props.columns.length + 1} scope="colgroup">
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <MatrixRow key={row.proposition} row={row} {...props} />
      ))}
    </tbody>
  );
}

function MatrixRow({ row, columns, view, selected }: RowsProps & { row: Row }): VNode {
  return (
    <tr id={`on-${row.proposition}`}>
      <th scope="row">
        <Told text={row.text} names={row.names} view={view} />
        <RowVerdict row={row} view={view} />
      </th>
      {row.cells.slice(0, columns.length).map((cell) => {
        const { party, stance, expired } = cell;
        const name = cellName(party, row.proposition);
        return (
          <td key={party} class={(stance ?? expired) ? undefined : 'empty'}>
            {stance !== undefined ? (
              <Held stance={stance} name={name} view={view} selected={selected} />
            ) : (
              <NotHeld cell={cell} name={name} view={view} selected={selected} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What becomes of a proposition on which two parties or more are heard. */
function RowVerdict({ row: { target }, view }: { row: Row; view: View }): VNode | null {
  if (target === undefined) return null;
  const { words } = view.reader;
  const names = (parties: readonly string[]): string => words.list(parties.map((party) => view.names.party(party)));
  const isOpposed = target.verdict === 'opposed';
  const parts = [
    words.verdict[target.verdict],
    isOpposed ? words.opposedBetween(names(target.for), names(target.against)) : undefined,
    target.conditional ? words.conditional : undefined,
    target.contested ? words.contested : undefined,
    target.certainty === 'possible' ? words.dateUncertain : undefined,
  ].filter((part) => part !== undefined);
  return (
    <span class={isOpposed ? 'v op' : 'v'}>
      {isOpposed && <span aria-hidden="true">⇄ </span>}
      {parts.join(' · ')}
    </span>
  );
}

interface CellProps {
  readonly name: string;
  readonly view: View;
  readonly selected: string | undefined;
}

/** A dot for silence; where something was said and is over, what that was and until when. It opens what there is to see of it. */
function NotHeld({ cell: { party, expired }, name, view, selected }: CellProps & { cell: Cell }): VNode {
  const { words } = view.reader;
  return (
    <a
      class={['dot', expired && 'over', name === selected && 'sel'].filter((mark) => typeof mark === 'string').join(' ')}
      id={`cell-${name}`}
      data-party={view.names.party(party)}
      href={`${view.links.here({ cell: name })}#evidence`}
      aria-current={name === selected ? 'true' : undefined}
    >
      {expired === undefined ? (
        <>
          <span aria-hidden="true">·</span>
          <span class="vh">{words.silence}</span>
        </>
      ) : (
        onceText(expired, view)
      )}
    </a>
  );
}

/** One stance: a bar, a word and a caption; hatched where it is hearsay, dashed where its date is uncertain. It opens its evidence. */
function Held({ stance, name, view, selected }: CellProps & { stance: Stance }): VNode {
  const { words } = view.reader;
  const caption = captionOf(stance, view.names, words);
  const marks = [isHearsay(stance) ? 'hear' : '', stance.certainty === 'possible' ? 'possible' : '', name === selected ? 'sel' : ''];
  return (
    <a
      class={['cell', toneOf(stance.modality), ...marks].filter((mark) => mark !== '').join(' ')}
      id={`cell-${name}`}
      data-party={view.names.party(stance.party)}
      href={`${view.links.here({ cell: name })}#evidence`}
      aria-current={name === selected ? 'true' : undefined}
    >
      <WeightBar modality={stance.modality} />
      <b>{words.modality[stance.modality]}</b>
      {caption.length > 0 && (
        <span class="sub">
          {caption.map((part, i) => (
            <Fragment key={part}>
              {i > 0 && ' · '}
              {part === stance.conditions[0]?.text ? <Told text={part} view={view} /> : part}
            </Fragment>
          ))}
        </span>
      )}
    </a>
  );
}
