import { type Fault, Refusal } from '../../vocabulary/refusal.js';

/**
 * Whether a line is the last one of an export, which says how much it gave: `{"summary": {"lines": 12, …}}`. It brings nothing.
 * @param number of the line, from 1
 * @throws Refusal where the export held more lines than came before this one
 */
export function isClosingLine(line: object, number: number): boolean {
  if ('entry' in line || !('summary' in line) || typeof line.summary !== 'object' || line.summary === null) return false;
  const lines = 'lines' in line.summary ? line.summary.lines : undefined;
  if (lines === number - 1) return true;
  const fault: Fault = {
    pointer: '#/summary/lines',
    code: 'incomplete',
    detail: `the export held ${String(lines)} lines, of which ${String(number - 1)} came before this one`,
  };
  throw new Refusal('invalid-body', 'The export is not whole.', [fault]);
}
