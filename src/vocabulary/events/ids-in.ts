import type { Actor } from '../actor.js';
import { REPORT_TYPES, reportTypeTold, type ReportContent, type ReportType } from './report-content.js';
import { TEXTS_OF_ENVELOPE } from './report.js';
import type { IdKind, TextKind, Texts } from './texts.js';

/** Where in a report something stands: names of fields and places in lists. */
export type Path = readonly (string | number)[];

/** Is told an id, or somebody named without one. @param path where it stands, in its first `depth` steps, until this returns */
export type TellId = (kind: IdKind, id: Actor, path: Path, depth: number) => void;

/** The path is one list for a whole report: an extract of a report has no time for more. */
type Visit = (value: unknown, path: (string | number)[], depth: number, tell: TellId) => void;

/**
 * What tells the ids of some kinds in a report, the envelope's first, each type's in the order in which it describes them.
 * It is made once and asked for each report: it goes to no field that holds none of them, and throws where one of them is missing.
 */
export function tellingIds(kinds: readonly IdKind[]): (content: ReportContent, tell: TellId) => void {
  const byType = Object.fromEntries(
    REPORT_TYPES.map((type) => [type, visitTo({ ...TEXTS_OF_ENVELOPE, data: reportTypeTold(type).texts }, kinds)]),
  ) as Readonly<Record<ReportType, Visit | undefined>>;
  return (content, tell) => byType[content.type]?.(content, [], 0, tell);
}

function visitTo(texts: Texts, kinds: readonly IdKind[]): Visit | undefined {
  if (typeof texts === 'string') return visitText(texts, kinds);
  return isList(texts) ? visitItems(visitTo(texts[0], kinds)) : visitFields(texts, kinds);
}

function visitText(text: TextKind | `${TextKind}?`, kinds: readonly IdKind[]): Visit | undefined {
  const kind = kinds.find((one) => text === one || text === `${one}?`);
  if (kind === undefined) return undefined;
  const isOptional = text !== kind;
  return (value, path, depth, tell) => {
    if (value === null || (value === undefined && isOptional)) return;
    if (value === undefined) throw new TypeError(`${path.slice(0, depth).join('.')} is missing`);
    tell(kind, value as Actor, path, depth);
  };
}

function visitItems(visit: Visit | undefined): Visit | undefined {
  if (visit === undefined) return undefined;
  return (value, path, depth, tell) => {
    const items = value as readonly unknown[];
    for (let i = 0; i < items.length; i += 1) {
      path[depth] = i;
      visit(items[i], path, depth + 1, tell);
    }
  };
}

function visitFields(fields: Readonly<Record<string, Texts>>, kinds: readonly IdKind[]): Visit | undefined {
  const visits = Object.entries(fields).flatMap(([field, texts]) => {
    const visit = visitTo(texts, kinds);
    return visit === undefined ? [] : [{ field, visit }];
  });
  if (visits.length === 0) return undefined;
  return (value, path, depth, tell) => {
    if (value === null) return;
    for (const { field, visit } of visits) {
      path[depth] = field;
      visit((value as Readonly<Record<string, unknown>>)[field], path, depth + 1, tell);
    }
  };
}

function isList(texts: Exclude<Texts, string>): texts is readonly [Texts] {
  return Array.isArray(texts);
}
