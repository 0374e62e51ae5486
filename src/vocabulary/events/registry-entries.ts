import { Type } from 'class-transformer';
import { ReportedDate } from '../reported-date.js';

export const PARTY_KINDS = ['state', 'organisation', 'bloc', 'group'] as const;

/** What every entry may say. */
abstract class Retirable {
  /** Kept for what was reported of it, and not to be used any more; left out where it is in use. */
  readonly retired?: true;
}

/** What it is called in other languages, by language tag (BCP 47). */
export type NamesByLanguage = Readonly<Record<string, string>>;

/** What every entry may say that has a name, a title or a text of its own. */
abstract class Named extends Retirable {
  /** Left out where there are none. */
  readonly names?: NamesByLanguage;
}

export class NegotiationEntry extends Named {
  readonly title!: string;
  @Type(() => ReportedDate) readonly opened!: ReportedDate | null;
  readonly description!: string | null;
  /** The parties without whom nothing is agreed; may be defined later. Empty: none are named. */
  readonly principals!: string[];
  readonly staleAfterDays!: number;
  /** The language in which its texts are written, a language tag (BCP 47); left out where it is not told. */
  readonly language?: string;
}

export class IssueEntry extends Named {
  readonly title!: string;
  readonly parent!: string | null;
  readonly description!: string | null;
  /** Empty: those of the negotiation. */
  readonly principals!: string[];
}

export class PropositionEntry extends Named {
  readonly issue!: string;
  readonly text!: string;
}

export class PartyEntry extends Named {
  readonly name!: string;
  readonly kind!: (typeof PARTY_KINDS)[number];
  readonly aliases!: string[];
}

export class PersonEntry extends Named {
  readonly name!: string;
  readonly party!: string | null;
  readonly role!: string | null;
  readonly aliases!: string[];
}

export class PlanEntry extends Named {
  readonly title!: string;
  readonly aliases!: string[];
}

export class MeetingEntry extends Named {
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
