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

/** A negotiation in the registry. */
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

/** An issue in the registry: issues form a tree. */
export class IssueEntry extends Named {
  readonly title!: string;
  readonly parent!: string | null;
  readonly description!: string | null;
  /** Empty: those of the negotiation. */
  readonly principals!: string[];
}

/** A proposition in the registry: one sentence on which a party can take a stance. Its issue cannot change once a report uses it. */
export class PropositionEntry extends Named {
  readonly issue!: string;
  readonly text!: string;
}

/** A party in the registry, with its other spellings. */
export class PartyEntry extends Named {
  readonly name!: string;
  readonly kind!: (typeof PARTY_KINDS)[number];
  readonly aliases!: string[];
}

/** A person in the registry, with their party by now: statements keep the party that was registered when they were recorded. */
export class PersonEntry extends Named {
  readonly name!: string;
  readonly party!: string | null;
  readonly role!: string | null;
  readonly aliases!: string[];
}

/** A plan in the registry: one version of a text. */
export class PlanEntry extends Named {
  readonly title!: string;
  readonly aliases!: string[];
}

/** A meeting in the registry: what several reports can refer to. */
export class MeetingEntry extends Named {
  readonly title!: string;
  readonly aliases!: string[];
}

/** A source in the registry: a publication, with the days on which it may have come out. */
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
