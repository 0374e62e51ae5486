import type { Part } from '../../rules/replay/parts.js';
import type { VisibleReport } from '../../rules/scene.js';
import type { At } from '../../vocabulary/axes.js';
import type { ReportType } from '../../vocabulary/events/report-content.js';
import { GroundsReader } from '../reading/grounds-reader.js';
import { allIds, namedIds } from '../reading/named-ids.js';
import { SceneReader } from '../reading/scene-reader.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { type Pace, PAGE_SIZE } from './paced.js';
import type { FileInUse } from './view-reader.js';

/** Starts a way with the state at a point, part by part. What it costs follows the state, not the history. */
export async function startWithState(
  way: { startWith(subjects: readonly Part[]): void },
  source: FileInUse,
  negotiation: string,
  at: At,
  pace: Pace,
): Promise<void> {
  const subjects = subjectsAt(source.rows, negotiation, at);
  for (let i = 0; i < subjects.length; i += PAGE_SIZE) {
    way.startWith(subjects.slice(i, i + PAGE_SIZE));
    await pace.worked();
  }
}

/** What the state at a point may be made of, in the order of work; some of it may not be there. */
function subjectsAt(file: ReadModelFile, negotiation: string, at: At): Part[] {
  const reader = new SceneReader(file, negotiation, at);
  const issues = [...reader.entries.ids('issue')];
  return [
    ...pairs(reader),
    ...[...allIds(file, negotiation, 'proposition')].map((proposition): Part => ({ kind: 'verdict', proposition })),
    ...issues.map((issue): Part => ({ kind: 'convergence', issue })),
    ...issues.map((issue): Part => ({ kind: 'staleness', issue })),
    ...ofTypes(reader, ['AgreementSigned']).map(({ id }): Part => ({ kind: 'agreement', id })),
    ...[...namedIds(reader, 'meeting')].map((id): Part => ({ kind: 'meeting', id })),
    ...[...namedIds(reader, 'plan')].map((id): Part => ({ kind: 'plan', id })),
    ...blockers(reader).map((id): Part => ({ kind: 'blocker', id })),
  ];
}

function pairs({ file, negotiation, index, point }: SceneReader): Part[] {
  const grounds = new GroundsReader(index, negotiation, point);
  return (['proposition', 'plan'] as const).flatMap((kind) =>
    [...allIds(file, negotiation, kind)].flatMap((id) =>
      grounds.partiesOn({ kind, id }).map(({ party }): Part => ({ kind: 'stance', party, target: { kind, id } })),
    ),
  );
}

function blockers(reader: SceneReader): string[] {
  return ofTypes(reader, ['AssessmentMade'])
    .filter(({ content }) => content.type === 'AssessmentMade' && content.data.blocker)
    .map(({ id }) => id);
}

/** The visible reports of some types, whatever they name. */
function ofTypes(reader: SceneReader, types: readonly ReportType[]): VisibleReport[] {
  return [
    ...reader.reportsNaming('issue', [...allIds(reader.file, reader.negotiation, 'issue')], types),
    ...reader.reportsNaming('unassigned', [''], types),
  ];
}
