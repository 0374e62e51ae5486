import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT, type RegistryEvent } from '../../vocabulary/events/registry-events.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import type { EventPlaces, Place } from './event-places.js';
import type { Filing } from './filing.js';
import type { GrowingModel } from './growing-model.js';
import type { KnownRegistry } from './known-registry.js';
import type { ReportVersions } from './report-versions.js';
import type { KnownSource } from './term.js';

/** Takes up what the registry comes to hold: entries that are defined or changed, and what that changes of reports. */
export class RegistryEntries {
  constructor(
    private readonly model: GrowingModel,
    private readonly registry: KnownRegistry,
    private readonly versions: ReportVersions,
    private readonly filing: Filing,
    private readonly places: EventPlaces,
  ) {}

  /** A source that is new, as an extract tells it. */
  sourceDefined(negotiation: string, id: string, date: Pick<KnownSource, 'edtf' | 'lo' | 'hi'>, place: Place): void {
    this.entry('source', negotiation, id, place.number);
    this.places.note(place, { type: 'SourceDefined', negotiation, subject: id });
    this.registry.dated(negotiation, id, date, []);
  }

  /** Any other entry, or a change of one. */
  registered(event: RegistryEvent, place: Place): void {
    const { negotiation, id, type } = event;
    const kind = KIND_OF_REGISTRY_EVENT[type];
    this.entry(kind, negotiation, id, place.number);
    this.places.note(place, { type, negotiation, subject: id });
    this.registry.changed(kind, negotiation, id);
    if (event.type === 'PropositionDefined' || event.type === 'PropositionChanged') {
      this.propositionOf(negotiation, event.entry.issue, id);
      if (event.type === 'PropositionChanged') this.filing.propositionChanged(negotiation, id, place.number);
    }
    if (event.type === 'SourceChanged') {
      this.registry.sourceChanged(negotiation, id);
      this.versions.sourceChanged(negotiation, id, place.number);
    }
  }

  private propositionOf(negotiation: string, issue: string, proposition: string): void {
    const { names, lists } = this.model;
    lists
      .tail(LIST_KINDS.propositionsOf, names.of('issue', negotiation, issue).number)
      .push(names.of('proposition', negotiation, proposition).number);
  }

  /** A version of an entry of the registry. */
  private entry(kind: EntryKind, negotiation: string, id: string, number: number): void {
    const { names, lists } = this.model;
    const of = kind === 'negotiation' ? '' : negotiation;
    const name = names.of(kind, of, id, number);
    const isNew = name.defined === number;
    const isFirst = isNew || (name.defined === 0 && lists.numbers(LIST_KINDS.versions, name.number).length === 0);
    if (!isNew) lists.tail(LIST_KINDS.versions, name.number).push(number);
    lists.tail(LIST_KINDS.entries, names.of('entries', of, kind).number).push(name.number, isFirst ? number : -number);
  }
}
