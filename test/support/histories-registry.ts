import { type Entries, ENTRY_KINDS, type EntryKind } from '../../src/vocabulary/events/registry-entries.js';
import { registryEvent } from '../../src/vocabulary/events/registry-events.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';
import type { CommandTo, Setup } from './histories-commands.js';
import type { LogWriter } from './histories-log-writer.js';
import { at, ISSUES, MEETINGS, NEGOTIATION, PARTIES, PERSONS, PLANS, PROPOSITIONS, SOURCES } from './histories-universe.js';

const IDS = {
  negotiation: [NEGOTIATION],
  party: PARTIES,
  person: PERSONS,
  issue: ISSUES,
  proposition: PROPOSITIONS,
  plan: PLANS,
  meeting: MEETINGS,
  source: SOURCES,
} as const satisfies Record<EntryKind, readonly string[]>;

/** Writes the entries of the registry, each just before its first use. */
export class RegistryWriter {
  private readonly entries = new Map<string, Entries[EntryKind]>();
  private readonly used = new Set<string>();
  private changes = 0;

  constructor(
    private readonly writer: LogWriter,
    private readonly setup: Setup,
  ) {
    this.need('negotiation', 0);
    if (!setup.allAtFirst) return;
    for (const kind of ENTRY_KINDS) IDS[kind].forEach((_, index) => this.need(kind, index));
  }

  /** The id of an entry, which is defined from here on. */
  need(kind: EntryKind, index: number): string {
    const id = at<string>(IDS[kind], index);
    if (!this.entries.has(`${kind} ${id}`)) this.write(kind, id, 'defined', this.initial(kind, index % IDS[kind].length));
    return id;
  }

  /** The id of a proposition whose issue cannot change any more. */
  useProposition(index: number): string {
    const id = this.need('proposition', index);
    this.used.add(id);
    return id;
  }

  /** A person of a party as registered now, or of another party; if there is none, any person. */
  personOf(party: string, belongs: boolean): string {
    const index = PERSONS.findIndex((id, person) => {
      const entry = (this.entries.get(`person ${id}`) ?? this.initial('person', person)) as Entries['person'];
      return (entry.party === party) === belongs;
    });
    return this.need('person', Math.max(index, 0));
  }

  /** The date of a source as registered now, EDTF. */
  published(source: string): string {
    return (this.entries.get(`source ${source}`) as Entries['source']).published.edtf;
  }

  change(command: CommandTo<'change'>): void {
    const { kind, index } = command;
    const id = this.need(kind, index);
    this.changes += 1;
    this.write(kind, id, 'changed', this.changed(command, id));
  }

  private write<K extends EntryKind>(kind: K, id: string, change: 'defined' | 'changed', entry: Entries[K]): void {
    this.entries.set(`${kind} ${id}`, entry);
    this.writer.append(registryEvent(kind, change, NEGOTIATION, id, entry));
  }

  private initial(kind: EntryKind, index: number): Entries[EntryKind] {
    const title = `${kind} ${String(index)}`;
    switch (kind) {
      case 'negotiation':
        return {
          title,
          opened: null,
          description: null,
          principals: principalsOf(this.setup.principals),
          staleAfterDays: this.setup.staleAfterDays,
        };
      case 'issue': {
        const { parent, principals } = at(this.setup.issues, index);
        return { title, ...this.placeOfIssue(index, parent), description: null, principals: this.parties(principals) };
      }
      case 'proposition':
        return { issue: this.need('issue', at(this.setup.issuesOfPropositions, index)), text: title };
      case 'party':
        return { name: title, kind: 'state', aliases: [] };
      case 'person': {
        const party = at(this.setup.partiesOfPersons, index);
        return { name: title, party: party === null ? null : this.need('party', party), role: null, aliases: [] };
      }
      case 'source':
        return { ...EMPTY_SOURCE, published: reportedDate(at(this.setup.published, index)) };
      default:
        return { title, aliases: [] };
    }
  }

  /** A changed title, name or text makes every change a change. */
  private changed(command: CommandTo<'change'>, id: string): Entries[EntryKind] {
    const { kind, index, value, principals } = command;
    const title = `${kind} ${id}, change ${String(this.changes)}`;
    switch (kind) {
      case 'negotiation': {
        const { staleAfterDays } = command;
        return { title, opened: null, description: null, principals: principalsOf(principals), staleAfterDays };
      }
      case 'issue': {
        const place = this.placeOfIssue(index % ISSUES.length, value);
        return { title, ...place, description: null, principals: this.parties(principals.filter((party) => party in PARTIES)) };
      }
      case 'proposition': {
        const { issue } = this.entries.get(`${kind} ${id}`) as Entries['proposition'];
        return {
          text: title,
          issue: (this.used.has(id) && !this.setup.ofSeveralNodes) || value === null ? issue : this.need('issue', value),
        };
      }
      case 'party':
        return { name: title, kind: 'state', aliases: [] };
      case 'person':
        return { name: title, party: value === null ? null : this.need('party', value), role: null, aliases: [] };
      case 'source':
        return { ...EMPTY_SOURCE, headline: title, published: reportedDate(command.published) };
      default:
        return { title, aliases: [] };
    }
  }

  /** Only an issue before it can be the parent of an issue: no cycles. */
  private placeOfIssue(index: number, parent: number | null): { parent: string | null } {
    return { parent: parent === null || parent >= index ? null : this.need('issue', parent) };
  }

  private parties(indexes: readonly number[]): string[] {
    return indexes.map((party) => this.need('party', party));
  }
}

/** Of a negotiation they may be defined later, or never. */
function principalsOf(indexes: readonly number[]): string[] {
  return indexes.map((index) => PARTIES[index] ?? 'nobody');
}

export function reportedDate(edtf: string): ReportedDate {
  return { edtf, phrase: null, basis: 'explicit', anchor: null, note: null };
}

const EMPTY_SOURCE = { publisher: null, headline: null, author: null, url: null, language: null, notes: [] };
