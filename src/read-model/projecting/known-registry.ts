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
import { RememberedByTwo } from './remembered-by-two.js';
import { Era, type KnownSource, type Term, type Version } from './term.js';

const KEPT = 50_000;

/** What projecting has to know of the registry: dates of sources, issues of propositions, parties of persons. */
export class KnownRegistry {
  private readonly sources = new RememberedByTwo<string, string, KnownSource>(KEPT);
  private readonly issues = new RememberedByTwo<string, string, readonly Version<string>[]>(KEPT);
  private readonly parties = new RememberedByTwo<string, string, readonly Version<string | null>[]>(KEPT);

  private readonly era = new Era();

  constructor(private readonly model: GrowingModel) {}

  /** Forgets all: what was applied since is taken back. */
  forget(): void {
    this.era.end();
    this.sources.clear();
    this.issues.clear();
    this.parties.clear();
  }

  /** @throws Error where it is not in the log before what names it */
  sourceOf(term: Term): KnownSource {
    term.holdRegistry(this.era);
    return (term.source ??= this.source(term.negotiation, term.id));
  }

  /** The same by its id. */
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
    // It may have been dated before.
    if (this.sources.get(negotiation, id) !== undefined) this.era.end();
    this.sources.set(negotiation, id, source);
    return source;
  }

  /** A source was changed, withdrawn or readmitted; what says so is there already. */
  sourceChanged(negotiation: string, id: string): void {
    this.era.end();
    this.sources.delete(negotiation, id);
  }

  /** The issue of a proposition, as recorded by an event. */
  issueOf(negotiation: string, proposition: string, event: number): string | undefined {
    return at(this.issuesOf(negotiation, proposition), event);
  }

  /** The same by a term. */
  issueOfTerm(proposition: Term, event: number): string | undefined {
    proposition.holdRegistry(this.era);
    return at((proposition.issues ??= this.issuesOf(proposition.negotiation, proposition.id)), event);
  }

  /** The party for which a person speaks in a report. @returns null for none, undefined where there is no such person */
  partyOf(person: Term, report: number): string | null | undefined {
    person.holdRegistry(this.era);
    return partyWhenRecorded(recorded((person.parties ??= this.partiesOf(person.negotiation, person.id))), report);
  }

  /** An entry was defined or changed; its version is in the lists already. */
  changed(kind: EntryKind, negotiation: string, id: string): void {
    if (kind !== 'proposition' && kind !== 'person') return;
    this.era.end();
    this.issues.delete(negotiation, id);
    this.parties.delete(negotiation, id);
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

  private issuesOf(negotiation: string, proposition: string): readonly Version<string>[] {
    let versions = this.issues.get(negotiation, proposition);
    if (versions === undefined) {
      versions = this.versions('proposition', negotiation, proposition).map((version) => ({ ...version, value: version.value.issue }));
      this.issues.set(negotiation, proposition, versions);
    }
    return versions;
  }

  private partiesOf(negotiation: string, person: string): readonly Version<string | null>[] {
    let versions = this.parties.get(negotiation, person);
    if (versions === undefined) {
      versions = this.versions('person', negotiation, person).map((version) => ({ ...version, value: version.value.party }));
      this.parties.set(negotiation, person, versions);
    }
    return versions;
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

/** The value as an event finds it. */
function at<T>(versions: readonly Version<T>[], event: number): T | undefined {
  for (let i = versions.length - 1; i >= 0; i -= 1) {
    const version = versions[i] as Version<T>;
    if (version.event <= event) return version.value;
  }
  return undefined;
}

function recorded(versions: readonly Version<string | null>[]): RecordedParties {
  return { by: (event) => at(versions, event), first: () => versions[0]?.value };
}
