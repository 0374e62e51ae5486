import fc from 'fast-check';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type ChangeItem, foldChanges, keyOf, toldOtherwise } from '../oracle/fold-changes.js';
import { changesAsked, drawnChanges } from '../support/changes-asked.js';
import { history } from '../support/histories.js';
import { NEGOTIATION, PARTIES } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { holds } from '../support/property.js';
import { unknownIn } from '../support/unknown-in-filters.js';
import { Views } from '../support/views.js';

const HISTORIES = Number(process.env.FOLD_RUNS ?? 300);
const TIME_LIMIT_MS = 60_000 + HISTORIES * 1_500;

interface Told extends Omit<ChangeItem, 'inOneEvidence'> {
  readonly because: readonly { readonly report?: string; readonly day?: string }[];
}

it(
  'what changed between two points of an axis is what is different between two folds, and because of the evidence that differs',
  async () => {
    await holds(
      fc.asyncProperty(history(), drawnChanges, async (log, drawn) => {
        using indexed = new IndexedLog(log);
        const { inUrl, from, to } = changesAsked(log, drawn);
        fc.pre(inUrl.issue === undefined || isRegistered(log, inUrl.issue, to.recordedBy));
        const views = new Views(indexed.readModel);
        const told = (await views.changes(NEGOTIATION, inUrl)) as unknown as Told[];
        expect(await views.changes(NEGOTIATION, { ...inUrl, limit: '3' })).toEqual(told);
        const parties = PARTIES.slice(0, 2).filter((party) => unknownIn(log, NEGOTIATION, to.recordedBy, { party }).length === 0);
        const ofParties = await views.changes(NEGOTIATION, { ...inUrl, ...(parties.length > 0 && { party: parties }), limit: '2' });
        expect(ofParties).toEqual(parties.length === 0 ? told : told.filter((change) => isOfOne(parties, change)));
        const folded = foldChanges(log, NEGOTIATION, from, to, inUrl.issue);
        expect(inOrder(told.map(({ because: _, ...change }) => change))).toEqual(folded.map(({ inOneEvidence: _, ...change }) => change));
        const changed = toldOtherwise(log, NEGOTIATION, from, to);
        for (const [i, change] of inOrder(told).entries()) expectCauses(change, folded[i]?.inOneEvidence ?? [], changed);
      }),
      { numRuns: HISTORIES },
    );
  },
  TIME_LIMIT_MS,
);

/** The reports that only one of the two rests on, unless nothing but time, or an entry of the registry, moved the element. */
function expectCauses({ because }: Told, inOneEvidence: readonly string[], toldOtherwiseNow: ReadonlySet<string>): void {
  expect(because).not.toEqual([]);
  if (inOneEvidence.length === 0) return;
  const reports = because.flatMap(({ report }) => (report === undefined ? [] : [report])).toSorted();
  if (reports.length > 0 || inOneEvidence.some((report) => toldOtherwiseNow.has(report))) expect(reports).toEqual(inOneEvidence);
}

function isOfOne(parties: readonly string[], { path, before, after }: Told): boolean {
  const [list, party = ''] = path.split('/');
  if (list === 'stances') return parties.includes(party);
  const signed = [before, after] as ({ signatories?: { party: string }[] } | null)[];
  return list === 'agreements' && signed.some((each) => each?.signatories?.some((one) => parties.includes(one.party)));
}

function inOrder<T extends Pick<ChangeItem, 'issue' | 'path'>>(changes: readonly T[]): T[] {
  return changes.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function isRegistered(log: readonly Recorded[], issue: string, by: bigint): boolean {
  return log.some(({ position, event }) => position <= by && event.type === 'IssueDefined' && event.id === issue);
}
