import { plainEventOf } from '../../event-store/typed-event.js';
import type { CountedRemoval } from '../../rules/in-force.js';
import { partyWhenRecorded, type RecordedParties } from '../../rules/party-when-recorded.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { isRegistryEvent } from '../../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { Reason } from '../../vocabulary/events/report-corrections.js';
import { fromColumn, toColumn } from '../tables/columns.js';
import type { Row } from '../tables/definition.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { LATER_OF, SCOPE } from '../tables/scopes.js';
import type { GrowingModel } from './growing-model.js';
import { RememberedById } from './remembered-by-id.js';

/** A source as it stands at the event that is applied; days are columns. */
export interface KnownSource {
  /** The number of its name. */
  readonly number: number;
  readonly edtf: string;
  readonly lo: number;
  readonly hi: number;
  /** The number of the text of its date. */
  readonly written: number;
  /** Withdrawals and readmissions, in the order in which they were recorded. */
  readonly removals: readonly CountedRemoval[];
}

/** One value of an entry, from an event on. */
interface Version<T> {
  readonly event: number;
  readonly value: T;
}

const KEPT = 50_000;

/** What projecting has to know of the registry: dates of sources, issues of propositions, parties of persons. */
export class KnownRegistry {
  private readonly sources = new RememberedById<KnownSource>(KEPT);
  private readonly issues = new RememberedById<readonly Version<string>[]>(KEPT);
  private readonly parties = new RememberedById<readonly Version<string | null>[]>(KEPT);

  constructor(private readonly model: GrowingModel) {}

  /** Forgets all: what was applied since is taken back. */
  forget(): void {
    this.sources.clear();
    this.issues.clear();
    this.parties.clear();
  }

  /** @throws Error where it is not in the log before what names it */
  source(negotiation: string, id: string): KnownSource {
    const known = this.sources.get(negotiation, id);
    if (known !== undefined) return known;
    const entry = this.versions('source', negotiation, id).at(-1)?.value;
    if (entry === undefined) throw new Error(`the source ${id} is not in the log before what names it`);
    const { lo, hi } = windowOf(entry.published.edtf);
    const { number } = this.model.names.of('source', negotiation, id);
    return this.dated(
      negotiation,
      id,
      { edtf: entry.published.edtf, lo: toColumn(lo), hi: toColumn(hi) },
      this.removals(SCOPE.source, number),
    );
  }

  /** Takes note of the date of a source. */
  dated(
    negotiation: string,
    id: string,
    { edtf, lo, hi }: Pick<KnownSource, 'edtf' | 'lo' | 'hi'>,
    removals: readonly CountedRemoval[],
  ): KnownSource {
    const { names } = this.model;
    const { number } = names.of('source', negotiation, id);
    const source = { number, edtf, lo, hi, written: names.of('written', '', edtf).number, removals };
    this.sources.set(negotiation, id, source);
    return source;
  }

  /** A source was changed, withdrawn or readmitted; what says so is there already. */
  sourceChanged(negotiation: string, id: string): void {
    this.sources.delete(negotiation, id);
  }

  /** The issue of a proposition, as recorded by an event. */
  issueOf(negotiation: string, proposition: string, event: number): string | undefined {
    let versions = this.issues.get(negotiation, proposition);
    if (versions === undefined) {
      versions = this.versions('proposition', negotiation, proposition).map((version) => ({ ...version, value: version.value.issue }));
      this.issues.set(negotiation, proposition, versions);
    }
    return versions.findLast((version) => version.event <= event)?.value;
  }

  /** The party for which a person speaks in a report. @returns null for none, undefined where there is no such person */
  partyOf(negotiation: string, person: string, report: number): string | null | undefined {
    let versions = this.parties.get(negotiation, person);
    if (versions === undefined) {
      versions = this.versions('person', negotiation, person).map((version) => ({ ...version, value: version.value.party }));
      this.parties.set(negotiation, person, versions);
    }
    return partyWhenRecorded(recorded(versions), report);
  }

  /** An entry was defined or changed; its version is in the lists already. */
  changed(kind: EntryKind, negotiation: string, id: string): void {
    if (kind === 'proposition') this.issues.delete(negotiation, id);
    if (kind === 'person') this.parties.delete(negotiation, id);
  }

  /** Retractions or withdrawals, and what takes them back, in the order in which they were recorded. */
  removals(scope: number, subject: number): CountedRemoval[] {
    return this.later(scope, subject).flatMap(({ type, reason, published_hi }) =>
      reason === null || type === 'ReportCorrected'
        ? []
        : [
            {
              reason: reason as Reason,
              publishedHi: published_hi === null ? null : fromColumn(published_hi),
              takesBack: type === 'ReportReinstated' || type === 'SourceReadmitted',
            },
          ],
    );
  }

  /** What came later of a report or of a source, in order. */
  later(scope: number, subject: number): Row<'later'>[] {
    const { file, rows } = this.model;
    const written = file.all(LATER_OF, scope, subject);
    return [...written, ...rows.of('later').filter((row) => row.scope === scope && row.subject === subject)];
  }

  private versions<K extends EntryKind>(kind: K, negotiation: string, id: string): Version<Entries[K]>[] {
    const { model } = this;
    const name = model.names.peek(kind, negotiation, id);
    if (name === undefined) return [];
    const events = [...(name.defined > 0 ? [name.defined] : []), ...model.lists.numbers(LIST_KINDS.versions, name.number)];
    return events.map((event) => ({ event, value: this.entryAt(event) as Entries[K] }));
  }

  private entryAt(event: number): Entries[EntryKind] {
    const recorded = plainEventOf(this.model.bodyOf(event));
    if (!isRegistryEvent(recorded)) throw new Error(`event ${String(event)} is none of the registry`);
    return recorded.entry;
  }
}

function recorded(versions: readonly Version<string | null>[]): RecordedParties {
  return { by: (event) => versions.findLast((version) => version.event <= event)?.value, first: () => versions[0]?.value };
}
