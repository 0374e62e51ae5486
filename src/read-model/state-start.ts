import type { Part } from '../rules/replay/parts.js';
import type { VisibleReport } from '../rules/scene.js';
import type { At } from '../vocabulary/axes.js';
import type { ReportType } from '../vocabulary/events/report-content.js';
import { namedIds } from './name-list.js';
import { allIds } from './names.js';
import { type Pace, PAGE_SIZE } from './paced.js';
import type { ReadModelFile } from './read-model-file.js';
import { SceneReader } from './scene-reader.js';
import type { FileInUse } from './sights-reader.js';

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
  const issues = reader.entries.entries('issue').map(({ id }) => id);
  return [
    ...pairs(file, negotiation),
    ...allIds(file, negotiation, 'proposition').map((proposition): Part => ({ kind: 'verdict', proposition })),
    ...issues.map((issue): Part => ({ kind: 'convergence', issue })),
    ...issues.map((issue): Part => ({ kind: 'staleness', issue })),
    ...ofTypes(reader, ['AgreementSigned']).map(({ id }): Part => ({ kind: 'agreement', id })),
    ...namedIds(reader, 'meeting').map((id): Part => ({ kind: 'meeting', id })),
    ...namedIds(reader, 'plan').map((id): Part => ({ kind: 'plan', id })),
    ...blockers(reader).map((id): Part => ({ kind: 'blocker', id })),
  ];
}

function pairs(file: ReadModelFile, negotiation: string): Part[] {
  const rows = file.all<{ kind: 'proposition' | 'plan'; target: string; party: string }>(
    `SELECT t.kind, t.id AS target, y.id AS party FROM name t CROSS JOIN pair p CROSS JOIN name y
     WHERE t.negotiation = ? AND t.kind IN ('proposition', 'plan') AND p.target = t.key AND y.key = p.party`,
    negotiation,
  );
  return rows.map(({ kind, target, party }) => ({ kind: 'stance', party, target: { kind, id: target } }));
}

function blockers(reader: SceneReader): string[] {
  return ofTypes(reader, ['AssessmentMade'])
    .filter(({ content }) => content.type === 'AssessmentMade' && content.data.blocker)
    .map(({ id }) => id);
}

/** The visible reports of some types, whatever they name. */
function ofTypes(reader: SceneReader, types: readonly ReportType[]): VisibleReport[] {
  return [
    ...reader.reportsNaming('issue', allIds(reader.file, reader.negotiation, 'issue'), types),
    ...reader.reportsNaming('unassigned', [''], types),
  ];
}
