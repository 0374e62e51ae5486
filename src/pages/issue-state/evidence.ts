import type { Modality } from '../../vocabulary/modality.js';
import type { Report, Stated } from '../asking/report-shapes.js';
import type { Counts, Said, Stance, Voice } from '../asking/stance-shapes.js';
import type { Tracker } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import type { CellInRow, Row } from './matrix.js';

export type Role = 'decides' | 'before' | 'contests' | 'lapsed' | 'rests';

/** A report that a stance rests on, and as what. */
export interface Ground {
  readonly report: Report;
  readonly role: Role;
  /** Left out where the answer does not say whose word it is. */
  readonly voice: Voice | undefined;
}

export interface Also {
  readonly report: Stated;
  readonly voice: Voice;
  readonly modality: Modality;
  readonly counts: Counts;
}

/** What opens behind a cell. */
export interface Evidence {
  readonly stance: Stance;
  readonly grounds: readonly Ground[];
  /** What else was said for the party on the proposition, the latest first, and why it does not decide. */
  readonly also: readonly Also[];
}

/** Asks for the reports that a stance rests on, and for what else was said of it. */
export async function evidenceOf(stance: Stance, { n, fixed, names, sources }: View, tracker: Tracker): Promise<Evidence> {
  const roles = rolesIn(stance);
  const [reports, said] = await Promise.all([
    tracker.reportsOf(n, [...roles.keys()], fixed),
    'proposition' in stance.target ? tracker.said(n, stance.party, stance.target.proposition, fixed) : [],
  ]);
  const also = alsoIn(said.filter(({ id }) => !roles.has(id)));
  const speakers = [...reports, ...also.map(({ report }) => report)].flatMap(speakersOf);
  await tracker.nameActors(names, [...speakers, ...stance.by, ...stance.contestedBy.flatMap(({ by }) => by)], n, fixed);
  await tracker.nameSources(
    sources,
    [...reports, ...also.map(({ report }) => report)].map(({ source }) => source.id),
    n,
    fixed,
  );
  const grounds = reports.map((report) => ({ report, ...(roles.get(report.id) ?? { role: 'rests' as const, voice: undefined }) }));
  return { stance, grounds, also };
}

/** What opens behind a cell on which nothing is held: silence, or what was said and is over. */
export interface Over {
  readonly party: string;
  readonly row: Pick<Row, 'text' | 'names' | 'proposition'>;
  readonly also: readonly Also[];
}

/** Asks for what was once said on a cell that has no stance. */
export async function overOn({ row, cell: { party } }: CellInRow, { n, fixed, names, sources }: View, tracker: Tracker): Promise<Over> {
  const also = alsoIn(await tracker.said(n, party, row.proposition, fixed));
  const speakers = also.flatMap(({ report }) => speakersOf(report));
  await tracker.nameActors(names, speakers, n, fixed);
  await tracker.nameSources(
    sources,
    also.map(({ report }) => report.source.id),
    n,
    fixed,
  );
  return { party, row, also };
}

/** The latest first. */
function alsoIn(said: readonly Stated[]): Also[] {
  return said.flatMap((report) => report.statements.map(({ voice, modality, counts }) => ({ report, voice, modality, counts }))).reverse();
}

/** Who says so: the claimants, else the speaker that the report names; empty: the source itself. */
export function speakersOf({ claim, data }: Report): Report['claim']['by'] {
  if (claim.by.length > 0) return claim.by;
  return typeof data.speaker === 'string' ? [data.speaker] : [];
}

/** The reports of a stance, the decisive one first, each with its part in it. */
function rolesIn({
  evidence,
  voice,
  previous,
  contestedBy,
  lapsed,
}: Stance): Map<string, { readonly role: Role; readonly voice: Voice | undefined }> {
  const roles = new Map(
    evidence.map((id, i) => [id, i === 0 ? { role: 'decides' as Role, voice } : { role: 'rests' as Role, voice: undefined }]),
  );
  const tell = (said: Said | null, role: Role): void => {
    if (said !== null && said.report !== evidence[0]) roles.set(said.report, { role, voice: said.voice });
  };
  tell(previous, 'before');
  for (const said of contestedBy) tell(said, 'contests');
  tell(lapsed, 'lapsed');
  return roles;
}
