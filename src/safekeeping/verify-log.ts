import type { ReadableLog } from '../event-store/event-store.js';
import { LogFileCheck } from '../event-store/sqlite/log-file-check.js';
import type { Position } from '../vocabulary/position.js';
import { type Finding, findingAt } from './finding.js';
import { type KeptRoot, Verification } from './verification.js';

/** More than these are counted, and not told. */
const MOST_FINDINGS = 1_000;

/** What became of a verification. */
export interface Verified {
  readonly events: number;
  /** Those of them that were written before events had hashes. */
  readonly withoutHash: number;
  readonly position: Position;
  /** The root of the log up to there, in hexadecimal digits. */
  readonly root: string;
  /** The first of what was found; none: all is as it was written. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
}

/** Gathers what is found. */
class Findings {
  readonly told: Finding[] = [];
  count = 0;

  add(findings: readonly Finding[]): void {
    this.count += findings.length;
    this.told.push(...findings.slice(0, MOST_FINDINGS - this.told.length));
  }
}

/** Verifies the file of an embedded log, its tables and indexes too. @throws StoreUnavailable where it cannot be opened */
export function verifyFile(path: string, keptRoots: readonly KeptRoot[], onProgress: (events: number) => void): Verified {
  const file = LogFileCheck.open(path);
  const verification = new Verification({ hasNoGaps: true, keptRoots });
  const findings = new Findings();
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      const where = `behind @${String(verification.position)}`;
      findings.add([
        { code: 'unreadable', position: null, stream: null, detail: `the file cannot be read ${where}: ${(error as Error).message}` },
      ]);
    }
  };
  try {
    attempt(() => {
      for (const { event, faults } of file.rows()) {
        const found = verification.take(event);
        const isTold = found.some(({ code }) => code === 'changed');
        findings.add(found);
        // How it is written says no more where its content is told as changed.
        if (!isTold) findings.add(faults.map((fault) => findingAt(event, 'changed', fault)));
        onProgress(verification.events);
      }
    });
    attempt(() => {
      findings.add(verification.end(file.counted()));
    });
    attempt(() => {
      findings.add(file.faults().map((detail) => ({ code: 'unreadable', position: null, stream: null, detail })));
    });
    return verified(verification, findings);
  } finally {
    file.close();
  }
}

/** Verifies a log that is reached through its port. @throws StoreUnavailable */
export async function verifyLog(log: ReadableLog, keptRoots: readonly KeptRoot[], onProgress: (events: number) => void): Promise<Verified> {
  const verification = new Verification({ hasNoGaps: false, keptRoots });
  const findings = new Findings();
  for await (const events of log.readAll()) {
    for (const event of events) findings.add(verification.take(event));
    onProgress(verification.events);
  }
  findings.add(verification.end());
  return verified(verification, findings);
}

function verified({ events, withoutHash, position, root }: Verification, { told, count }: Findings): Verified {
  return { events, withoutHash, position, root, findings: told, findingCount: count };
}
