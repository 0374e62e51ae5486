import type { ReadModelFile } from './read-model-file.js';

/** An event that could not be projected. */
export interface ParkedEvent {
  readonly position: string;
  readonly type: string;
  readonly negotiation: string;
  readonly issues: readonly string[];
  readonly error: string;
}

interface ParkedRow extends Omit<ParkedEvent, 'position' | 'issues'> {
  readonly position: number;
  readonly issues: string;
}

export function parkedEvents(file: ReadModelFile): ParkedEvent[] {
  return file
    .all<ParkedRow>('SELECT position, type, negotiation, issues, error FROM parked ORDER BY position')
    .map((row) => ({ ...row, position: String(row.position), issues: JSON.parse(row.issues) as string[] }));
}

/** The issues of a negotiation that miss an event which could not be projected, as recorded by R. */
export function degradedIssues(file: ReadModelFile, negotiation: string, recordedBy: bigint): Set<string> {
  const rows = file.all<{ issues: string }>('SELECT issues FROM parked WHERE negotiation = ? AND position <= ?', negotiation, recordedBy);
  return new Set(rows.flatMap(({ issues }) => JSON.parse(issues) as string[]));
}
