import { Injectable } from '@nestjs/common';
import { type Beside, type IncomingReport, ReportsBeside } from '../../../ports/reports-beside.js';
import type { ReportContent } from '../../../vocabulary/events/report-content.js';
import type { Warning } from '../../../vocabulary/warning.js';
import type { Reference } from '../reference.js';
import type { Registry } from '../registry.js';
import type { SourceState } from '../source-state.js';
import { farDates } from './far-date.js';
import { incomingReport } from './incoming-report.js';
import { nearDuplicates } from './near-duplicate.js';
import { retiredUses } from './retired-use.js';
import { reversedStances } from './reversed-stance.js';
import { statedIn } from './stated.js';
import type { ToldEarlier } from './told-earlier.js';

const NOTHING_SHOWN: Beside = { ownStance: null, sameAccount: [] };

/** The content that a command brings into force. */
export interface Brought {
  readonly content: ReportContent;
  readonly source: SourceState | undefined;
  /** Where in the body it stands. */
  readonly at: readonly string[];
}

/** A command that is taken, as far as it may be doubtful. */
export interface Taken {
  readonly references: readonly Reference[];
  /** Undefined where it brings no content. */
  readonly brought: Brought | undefined;
}

/** Finds what is legal and doubtful. It refuses nothing, and what cannot be told at once is not told. */
@Injectable()
export class Doubts {
  constructor(private readonly beside: ReportsBeside) {}

  /**
   * @param registry of the negotiation, as it is known
   * @param toldEarlier by the same import
   * @returns the warnings of each in turn
   */
  async of(taken: readonly Taken[], registry: Registry | undefined, toldEarlier?: ToldEarlier): Promise<Warning[][]> {
    const incoming = taken.map(({ brought }) => brought && incomingIn(brought, registry, toldEarlier));
    const asked = incoming.filter((one) => one !== undefined);
    const told = asked.length === 0 ? undefined : await this.beside.of(asked);
    const beside = new Map(asked.map((one, i) => [one, told?.[i]]));
    return taken.map((one, i) => {
      const { brought } = one;
      const asking = incoming[i];
      if (brought === undefined || asking === undefined) return ownDoubts(one, registry);
      const shown = beside.get(asking) ?? NOTHING_SHOWN;
      const earlier = toldEarlier?.take(asking);
      const sameAccount = new Set([...shown.sameAccount, ...(earlier === undefined ? [] : [earlier])]);
      return [...ownDoubts(one, registry), ...doubtsBeside(brought, { ...shown, sameAccount: [...sameAccount] })];
    });
  }
}

function incomingIn(
  { content, source }: Brought,
  registry: Registry | undefined,
  toldEarlier: ToldEarlier | undefined,
): IncomingReport | undefined {
  if (source === undefined) return undefined;
  const { published } = source.entry;
  const stated = statedIn(content, published, registry);
  const earlier = stated && toldEarlier ? toldEarlier.takeStated(stated) : [];
  return incomingReport(content, published, stated, earlier);
}

/** What is doubtful by itself. */
function ownDoubts({ references, brought }: Taken, registry: Registry | undefined): Warning[] {
  const source = brought?.source;
  const mayBeRetired = registry?.everRetired === true || source?.entry.retired === true;
  const retired = retiredUses(mayBeRetired ? references : [], (kind, id) => {
    const entry = kind === 'source' ? source?.entry : registry?.entry(kind, id)?.entry;
    return entry?.retired === true;
  });
  return [...retired, ...(brought && source ? farDates(brought.content, source.entry.published, brought.at) : [])];
}

function doubtsBeside({ content, at }: Brought, beside: Beside): Warning[] {
  return [...reversedStances(content, beside, at), ...nearDuplicates(content, beside, at)];
}
