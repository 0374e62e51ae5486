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
  ['an issue that does not exist', `${N}/issues/teritory`],
];
