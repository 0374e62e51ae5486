import { Type } from 'class-transformer';
import { ReportedDate } from '../reported-date.js';

export const PARTY_KINDS = ['state', 'organisation', 'bloc', 'group'] as const;

/** What every entry may say. */
abstract class Retirable {
  /** Kept for what was reported of it, and not to be used any more; left out where it is in use. */
  readonly retired?: true;
}

export class NegotiationEntry extends Retirable {
  readonly title!: string;
  @Type(() => ReportedDate) readonly opened!: ReportedDate | null;
  readonly description!: string | null;
  /** The parties without whom nothing is agreed; may be defined later. Empty: none are named. */
  readonly principals!: string[];
  readonly staleAfterDays!: number;
}

export class IssueEntry extends Retirable {
  readonly title!: string;
  readonly parent!: string | null;
  readonly description!: string | null;
  /** Empty: those of the negotiation. */
  readonly principals!: string[];
}

export class PropositionEntry extends Retirable {
  readonly issue!: string;
  readonly text!: string;
}

export class PartyEntry extends Retirable {
  readonly name!: string;
  readonly kind!: (typeof PARTY_KINDS)[number];
  readonly aliases!: string[];
}

export class PersonEntry extends Retirable {
  readonly name!: string;
  readonly party!: string | null;
  readonly role!: string | null;
  readonly aliases!: string[];
}

export class PlanEntry extends Retirable {
  readonly title!: string;
  readonly aliases!: string[];
}

export class MeetingEntry extends Retirable {
  readonly title!: string;
  readonly aliases!: string[];
}

export class SourceEntry extends Retirable {
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
