const N = '/n/ukraine-peace';

/** Every screen, in each of its forms that differ, on the seeds. */
export const SCREENS: readonly (readonly [name: string, path: string])[] = [
  ['the overview', `${N}?on=2026-01-07`],
  ['the overview before the first report', `${N}?on=2025-10-01`],
  ['the state of an issue', `${N}/issues/peacekeeping-force?on=2026-01-07`],
  ['the state of an issue with its evidence', `${N}/issues/peacekeeping-force?on=2026-01-07&cell=germany.german-troops-in-ukraine`],
  ['the state of an issue by hearsay', `${N}/issues/peacekeeping-force?on=2026-01-02`],
  ['the state of an issue in hindsight', `${N}/issues/territory?asOf=2026-01-03`],
  ['the state of an issue before the first report', `${N}/issues/territory?on=2025-10-01`],
  ['a view that is fixed', `${N}/issues/territory?asOf=2026-01-07&knownBy=2026-01-07&recordedBy=@200`],
  ['what changed', `${N}/changes?from=2026-01-05&to=2026-01-07`],
  ['what changed, by party, with what only became certain', `${N}/changes?from=2026-01-05&to=2026-01-07&group=party&quiet=all`],
  ['what was recorded', `${N}/changes?axis=recorded&from=@200&to=@230&group=issue`],
  ['the parties', `${N}/parties`],
  ['two parties side by side', `${N}/parties/ukraine?with=russia&on=2026-01-07`],
  ['the sources', `${N}/sources?on=2026-01-07`],
  ['a source', `${N}/sources/article-002`],
  ['a report', `${N}/reports/declaration-of-intent-signed?on=2026-01-07`],
  ['a report that was not out', `${N}/reports/declaration-of-intent-signed?on=2026-01-01`],
  ['the timeline', `${N}/timeline?on=2026-01-26`],
  ['the timeline of an issue by source', `${N}/timeline?on=2026-01-26&issue=peacekeeping-force&lanes=source`],
  ['the meetings', `${N}/meetings?on=2026-01-07`],
  ['the plans', `${N}/plans?on=2026-01-26`],
  ['step by step', `${N}/replay?from=2026-01-05&to=2026-01-07&step=3`],
  ['about', '/about'],
  ['an issue that does not exist', `${N}/issues/teritory`],
];
