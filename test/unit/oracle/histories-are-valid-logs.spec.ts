import fc from 'fast-check';
import { checkedWindow, windowOf } from '../../../src/vocabulary/edtf-window.js';
import { isRegistryEvent, isReport, type LogEvent, type Recorded } from '../../../src/vocabulary/events/log-event.js';
import { KIND_OF_REGISTRY_EVENT } from '../../../src/vocabulary/events/registry-events.js';
import { history } from '../../support/histories.js';
import { streamOf } from '../../support/histories-log-writer.js';

function always(holds: (log: readonly Recorded[]) => void): void {
  fc.assert(fc.property(history(), holds), { numRuns: 200 });
}

it('positions rise from above zero, the clock never goes back', () => {
  always((log) => {
    log.reduce((position, recorded) => {
      expect(recorded.position > position).toBe(true);
      return recorded.position;
    }, 0n);
    const clock = log.map(({ metadata }) => metadata.recordedAt);
    expect(clock).toEqual(clock.toSorted());
    expect(clock.every((instant) => instant.startsWith('2026-01-'))).toBe(true);
  });
});

it('revisions count from zero in each stream', () => {
  always((log) => {
    const next = new Map<string, bigint>();
    for (const { event, revision } of log) {
      expect(revision).toBe(next.get(streamOf(event)) ?? 0n);
      next.set(streamOf(event), revision + 1n);
    }
  });
});

it('an event refers only to what stands before it', () => {
  always((log) => {
    const defined = new Set<string>();
    for (const { event } of log) {
      for (const reference of referencesIn(event)) expect(defined).toContain(reference);
      if (isRegistryEvent(event)) defined.add(`${KIND_OF_REGISTRY_EVENT[event.type]} ${event.id}`);
      if (isReport(event)) defined.add(`report ${event.id}`);
    }
  });
});

it('all dates are dates', () => {
  always((log) => {
    for (const edtf of JSON.stringify(log.map(({ event }) => event)).matchAll(/"edtf":"([^"]*)"/g)) checkedWindow(String(edtf[1]));
  });
});

it('a proposition keeps its issue once it is used', () => {
  always((log) => {
    const used = new Set<string>();
    const issues = new Map<string, string>();
    for (const { event } of log) {
      if (event.type === 'PropositionDefined' || event.type === 'PropositionChanged') {
        if (used.has(event.id)) expect(event.entry.issue).toBe(issues.get(event.id));
        issues.set(event.id, event.entry.issue);
      }
      for (const reference of referencesIn(event)) if (reference.startsWith('proposition ')) used.add(reference.slice(12));
    }
  });
});

const TAKEN_BACK_BY = { ReportRetracted: 'ReportReinstated', SourceWithdrawn: 'SourceReadmitted' } as const;

it('removals and what takes them back alternate, and what is retracted is not corrected', () => {
  always((log) => {
    const removed = new Set<string>();
    for (const { event } of log) {
      const stream = streamOf(event);
      if (event.type === 'ReportCorrected' || event.type in TAKEN_BACK_BY) expect(removed).not.toContain(stream);
      if (event.type in TAKEN_BACK_BY) removed.add(stream);
      if (event.type === 'ReportReinstated' || event.type === 'SourceReadmitted') expect(removed.delete(stream)).toBe(true);
    }
  });
});

it('only a log of old holds what happened wholly after its publication, or ends before it begins', () => {
  const impossible = (log: readonly Recorded[]) => {
    const published = new Map<string, string>();
    let found = 0;
    for (const { event } of log) {
      if (event.type === 'SourceDefined' || event.type === 'SourceChanged') published.set(event.id, event.entry.published.edtf);
      const content = event.type === 'ReportCorrected' ? event.report : event;
      if (!isReport(content)) continue;
      const source = windowOf(published.get(content.source.id) ?? '');
      const occurred = content.occurred === null ? source : windowOf(content.occurred.edtf);
      const until = content.type === 'PositionStated' && content.data.until !== null ? windowOf(content.data.until.edtf).hi : Infinity;
      if (occurred.lo > source.hi || until < occurred.lo) found += 1;
    }
    return found;
  };
  const counts = fc.sample(history(), { numRuns: 300, seed: 7 }).map(impossible);
  expect(counts.filter((found) => found === 0).length).toBeGreaterThan(200);
  expect(counts.some((found) => found > 0)).toBe(true);
});

const KINDS: Record<string, string> = {
  issue: 'issue',
  issues: 'issue',
  parent: 'issue',
  plan: 'plan',
  meeting: 'meeting',
  proposition: 'proposition',
  propositions: 'proposition',
  party: 'party',
  person: 'person',
  previous: 'report',
  resolves: 'report',
  to: 'report',
};

/** Each as its kind and its id. The principals of a negotiation may be defined later. */
function referencesIn(event: LogEvent): string[] {
  const own = isRegistryEvent(event) || isReport(event) ? [] : [`${event.type.startsWith('Source') ? 'source' : 'report'} ${event.id}`];
  return [...own, ...referencesUnder(event, '')];
}

function referencesUnder(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => referencesUnder(item, key));
  if (value !== null && typeof value === 'object') {
    const source = key === 'source' && 'id' in value ? [`source ${String(value.id)}`] : [];
    return [...source, ...Object.entries(value).flatMap(([name, item]) => referencesUnder(item, name))];
  }
  const kind = KINDS[key];
  return kind !== undefined && typeof value === 'string' ? [`${kind} ${value}`] : [];
}
