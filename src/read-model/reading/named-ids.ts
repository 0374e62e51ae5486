import type { NameKind } from '../tables/names.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { namingKind } from '../tables/list-kinds.js';
import { indexOf } from './opened-lists.js';

/** So many names are read at a time. */
const PAGE = 500;

/** The ids of all names of a kind that ever came, in order. @param after only ids behind this one */
export function* allIds(file: ReadModelFile, negotiation: string, kind: NameKind, after = ''): Generator<string> {
  const { names } = indexOf(file);
  for (let last = after; ;) {
    const page = names.ofKind(kind, negotiation, last, PAGE);
    for (const { id } of page) yield id;
    if (page.length < PAGE) return;
    last = page.at(-1)?.id ?? '';
  }
}

/** Whether a report names something, in any version. */
export function isNamed(file: ReadModelFile, negotiation: string, kind: NameKind, id: string): boolean {
  const { names, lists } = indexOf(file);
  const name = names.numberOf(kind, negotiation, id);
  return name !== undefined && REPORT_TYPES.some((type) => lists.numbers(namingKind(type), name, file.state.events).length > 0);
}
