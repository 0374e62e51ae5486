import { hashOf, ROOT_OF_NOTHING, rootBehind } from '../event-store/event-hash.js';
import type { RecordedEvent, Revision } from '../event-store/event-store.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { type Finding, findingAt } from './finding.js';

/** A root that was kept elsewhere: of the log up to a position. */
export interface KeptRoot {
  readonly position: Position;
  readonly sha256: string;
}

interface End {
  readonly revision: Revision;
  /** The hash that its last event states. */
  readonly sha256: string;
}

export interface VerifyingOptions {
  /** Whether positions are counted from 1 without a gap, as the embedded store does. */
  readonly hasNoGaps: boolean;
  readonly keptRoots: readonly KeptRoot[];
}

/**
 * Takes the events of a log in their order, and finds what is not as it was written: by the hash of each event, that of the event before it in its
 * stream and, on the embedded store, in the log. Pure but for what it remembers.
 */
export class Verification {
  private readonly ids = new Set<string>();
  private readonly ends = new Map<string, End>();
  private readonly waiting: KeptRoot[];
  private last: { readonly position: Position; readonly sha256: string | null } = { position: BEFORE_ALL, sha256: null };
  events = 0;
  withoutHash = 0;
  /** The running root, as the hashes that events state give it. */
  root = ROOT_OF_NOTHING;

  constructor(private readonly options: VerifyingOptions) {
    this.waiting = [...options.keptRoots].sort((a, b) => (a.position < b.position ? -1 : 1));
  }

  get position(): Position {
    return this.last.position;
  }

  /** What is found at an event. */
  take(event: RecordedEvent): Finding[] {
    const roots = this.rootsBefore(event.position);
    const { sha256 } = event.metadata;
    const computed = hashOf(event);
    const findings = [...this.ofContent(event, sha256, computed), ...this.ofPlace(event), ...this.ofStream(event)];
    const stated = sha256 ?? computed;
    this.events += 1;
    if (sha256 === undefined) this.withoutHash += 1;
    this.ids.add(event.id);
    this.ends.set(event.stream, { revision: event.revision, sha256: stated });
    this.last = { position: event.position, sha256: stated };
    this.root = rootBehind(this.root, stated);
    return [...roots, ...findings];
  }

  /** What is found at the end. @param counted the highest position that was ever given, where the file tells it */
  end(counted?: Position): Finding[] {
    const { position } = this.last;
    const isShort = counted !== undefined && counted > position;
    const cut = isShort
      ? [ofLog('missing', `events up to @${String(counted)} were written, and the last one is @${String(position)}`)]
      : [];
    const behind = this.waiting.filter((kept) => kept.position > position);
    const early = behind.map((kept) =>
      ofLog('missing', `the root of @${String(kept.position)} was kept, and the log ends at @${String(position)}`),
    );
    return [...this.rootsBefore(position + 1n), ...cut, ...early];
  }

  private ofContent(event: RecordedEvent, stated: string | undefined, computed: string): Finding[] {
    if (stated === undefined) {
      const isLater = this.events > this.withoutHash;
      return isLater ? [findingAt(event, 'without-hash', 'it has no hash, though events before it have one')] : [];
    }
    return stated === computed ? [] : [findingAt(event, 'changed', `its content has the hash ${computed}, and states ${stated}`)];
  }

  /** Its place in the log. */
  private ofPlace(event: RecordedEvent): Finding[] {
    const { position, metadata, id } = event;
    const findings = this.ids.has(id) ? [findingAt(event, 'doubled', `an event before it has the same id, ${id}`)] : [];
    const gap = position - this.last.position - 1n;
    if (this.options.hasNoGaps && gap > 0n) {
      return [...findings, findingAt(event, 'missing', `before it ${gap === 1n ? 'one event is' : `${String(gap)} events are`} gone`)];
    }
    const { logSha256 } = metadata;
    if (logSha256 === undefined || logSha256 === this.last.sha256) return findings;
    const detail = `it was written behind another event than ${this.events === 0 ? 'none' : `@${String(this.last.position)}`}`;
    return [...findings, findingAt(event, 'reordered', detail)];
  }

  /** Its place in its stream. */
  private ofStream(event: RecordedEvent): Finding[] {
    const { stream, revision, metadata } = event;
    const end = this.ends.get(stream);
    const next = end === undefined ? 0n : end.revision + 1n;
    if (revision > next)
      return [findingAt(event, 'missing', `it is number ${String(revision)} of its stream, and number ${String(next)} is gone`)];
    if (revision < next) return [findingAt(event, 'doubled', `number ${String(revision)} of its stream stands before it already`)];
    const { streamSha256 } = metadata;
    if (streamSha256 === undefined || streamSha256 === (end?.sha256 ?? null)) return [];
    return [
      findingAt(event, 'changed', 'it was written behind another event of its stream than the one before it: that one is not what it was'),
    ];
  }

  /** Kept roots of positions before this one: what they are of is complete. */
  private rootsBefore(position: Position): Finding[] {
    const findings: Finding[] = [];
    for (let [kept] = this.waiting; kept !== undefined && kept.position < position; [kept] = this.waiting) {
      this.waiting.shift();
      if (kept.sha256 === this.root) continue;
      findings.push(
        ofLog('other-root', `the root at @${String(kept.position)} is sha256:${this.root}, and sha256:${kept.sha256} was kept`),
      );
    }
    return findings;
  }
}

function ofLog(code: Finding['code'], detail: string): Finding {
  return { code, position: null, stream: null, detail };
}
