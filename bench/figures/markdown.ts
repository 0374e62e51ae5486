import type { Findings, Row, Table } from './rows.js';

/** The targets as a table; a target that is not met says so. */
export function targetsTable(rows: readonly Row[]): string {
  return markdown(
    ['what', 'measured', 'target', 'met'],
    rows.map(({ what, measured, target, isMet }) => [what, measured, target, metWord(isMet)]),
  );
}

/** The tables behind the targets, and how it was measured this time. */
export function behind(findings: readonly Findings[]): string {
  const tables = findings.flatMap((found) => found.tables ?? []).map(titled);
  const notes = findings.flatMap((found) => found.notes ?? []).map((note) => `- ${note}`);
  return [...tables, notes.join('\n')].join('\n\n');
}

function titled({ title, head, body }: Table): string {
  return `${title}\n\n${markdown(head, body)}`;
}

function metWord(isMet: boolean | undefined): string {
  if (isMet === undefined) return '';
  return isMet ? 'yes' : '**missed**';
}

function markdown(head: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, 3, ...body.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}
