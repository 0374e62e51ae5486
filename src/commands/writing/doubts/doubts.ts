import { Injectable } from '@nestjs/common';
import {
  type Beside,
  type IncomingPosition,
  type IncomingReport,
  MOST_SAME_ACCOUNT,
  ReportsBeside,
  type Word,
} from '../../../ports/reports-beside.js';
import { type DayWindow, windowOf } from '../../../vocabulary/edtf-window.js';
import type { ReportContent } from '../../../vocabulary/events/report-content.js';
import { weightOf } from '../../../vocabulary/modality.js';
import type { Warning } from '../../../vocabulary/warning.js';
import type { Reference } from '../reference.js';
import type { Registry } from '../registry.js';
import type { SourceState } from '../source-state.js';
import { farDates } from './far-date.js';
import { incomingReport } from './incoming-report.js';
import { nearDuplicates } from './near-duplicate.js';
import { retiredUses } from './retired-use.js';
import { reversedStances } from './reversed-stance.js';
import { statedIn, wordless, wordsOf } from './stated.js';
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

/** A content as it is held against others. */
interface Held {
  readonly report: IncomingReport;
  /** The reports of the same import that gave the same account, the latest first. */
  readonly earlier: readonly string[];
  /** Whether the read model may show more that casts a doubt on it. */
  readonly isAsked: boolean;
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
    const held = taken.map(({ brought }) => brought && this.held(brought, registry, toldEarlier));
    const asked = held.flatMap((one) => (one?.isAsked === true ? [one.report] : []));
    const told = asked.length === 0 ? undefined : await this.beside.of(asked);
    const beside = new Map(asked.map((one, i) => [one, told?.[i]]));
    return taken.map((one, i) => {
      const { brought } = one;
      const about = held[i];
      if (brought === undefined || about === undefined) return ownDoubts(one, registry);
      const shown = beside.get(about.report) ?? NOTHING_SHOWN;
      const sameAccount = new Set([...about.earlier, ...shown.sameAccount]);
      return [
        ...ownDoubts(one, registry),
        ...doubtsBeside(brought, { ...shown, sameAccount: [...sameAccount].slice(0, MOST_SAME_ACCOUNT) }),
      ];
    });
  }

  private held(brought: Brought, registry: Registry | undefined, toldEarlier: ToldEarlier | undefined): Held | undefined {
    const { content, source, at } = brought;
    if (source === undefined) return undefined;
    const { published } = source.entry;
    const days = this.beside.daysOf({ occurred: content.occurred?.edtf ?? null, published: published.edtf });
    const report = incomingReport(content, published, this.position(brought, source, days, registry, toldEarlier));
    if (report === undefined) return undefined;
    const isAsked = report.position !== null || toldEarlier?.hasAllOf(report) !== true;
    return { report, earlier: toldEarlier?.take(report, days, at.length === 0) ?? [], isAsked };
  }

  /** What is asked of the party of a position: only where it may be against what that held. The words of a content are taken note of. */
  private position(
    { content, at }: Brought,
    { entry: { published } }: SourceState,
    days: DayWindow,
    registry: Registry | undefined,
    toldEarlier: ToldEarlier | undefined,
  ): IncomingPosition | null {
    if (content.type === 'PositionStated' && content.data.previous !== null) toldEarlier?.amends(content.data.previous);
    const stated = statedIn(content, registry);
    if (stated === undefined) return null;
    // Of a report that is recorded already the read model knows what its persons were then.
    const isNew = at.length === 0;
    let position: IncomingPosition | null = null;
    for (const word of wordsOf(stated.content, published)) {
      const isOwn = this.beside.isOwnWord(stated, word.party);
      const mayBeAsked = mayReverse(content, word) && (isOwn || !isNew) && toldEarlier?.mayReverse(word, days.hi) !== false;
      let earlier: readonly Word[] = [];
      if (isOwn) {
        const publishedHi = windowOf(published.edtf).hi;
        earlier = toldEarlier?.takeOwn({ word, source: content.source.id, days, publishedHi }) ?? [];
        toldEarlier?.takeSide(word);
      } else if (!isNew) {
        // As its persons were when it was first recorded it may be the party's own.
        if (stated.parties.size > 0) toldEarlier?.takeDoubtful(word);
        else toldEarlier?.takeSide(word);
      }
      if (mayBeAsked) position = { word, stated: isNew ? null : wordless(stated), earlier };
    }
    return position;
  }
}

function mayReverse({ type }: ReportContent, { modality, previous }: Word): boolean {
  return type === 'PositionStated' && previous === null && weightOf(modality) !== 0;
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
