import { Type } from 'class-transformer';
import { ReportedDate } from '../reported-date.js';

export const PARTY_KINDS = ['state', 'organisation', 'bloc', 'group'] as const;

export class NegotiationEntry {
  readonly title!: string;
  @Type(() => ReportedDate) readonly opened!: ReportedDate | null;
  readonly description!: string | null;
  /** The parties without whom nothing is agreed; may be defined later. Empty: none are named. */
  readonly principals!: string[];
  readonly staleAfterDays!: number;
}

export class IssueEntry {
  readonly title!: string;
  readonly parent!: string | null;
  readonly description!: string | null;
  /** Empty: those of the negotiation. */
  readonly principals!: string[];
}

export class PropositionEntry {
  readonly issue!: string;
  readonly text!: string;
}

export class PartyEntry {
  readonly name!: string;
  readonly kind!: (typeof PARTY_KINDS)[number];
  readonly aliases!: string[];
}

export class PersonEntry {
  readonly name!: string;
  readonly party!: string | null;
  readonly role!: string | null;
  readonly aliases!: string[];
}

export class PlanEntry {
  readonly title!: string;
  readonly aliases!: string[];
}

export class MeetingEntry {
  readonly title!: string;
  readonly aliases!: string[];
}

export class SourceEntry {
  @Type(() => ReportedDate) readonly published!: ReportedDate;
  readonly publisher!: string | null;
  readonly headline!: string | null;
  readonly author!: string | null;
  readonly url!: string | null;
  readonly language!: string | null;
  readonly notes!: string[];
}

/** The kinds of entry in the registry, each with what it holds. */
export interface Entries {
  negotiation: NegotiationEntry;
  issue: IssueEntry;
  proposition: PropositionEntry;
  party: PartyEntry;
  person: PersonEntry;
  plan: PlanEntry;
  meeting: MeetingEntry;
  source: SourceEntry;
}

export type EntryKind = keyof Entries;

export const ENTRY_KINDS = [
  'negotiation',
  'issue',
  'proposition',
  'party',
  'person',
  'plan',
  'meeting',
  'source',
] as const satisfies EntryKind[];
