import { Type } from 'class-transformer';
import {
  type Entries,
  type EntryKind,
  IssueEntry,
  MeetingEntry,
  NegotiationEntry,
  PartyEntry,
  PersonEntry,
  PlanEntry,
  PropositionEntry,
  SourceEntry,
} from './registry-entries.js';

/** What every registry event carries beside the whole entry. */
abstract class RegistryEnvelope {
  readonly negotiation!: string;
  readonly id!: string;
}

/** A negotiation is opened: its whole entry. */
export class NegotiationOpened extends RegistryEnvelope {
  readonly type!: 'NegotiationOpened';
  @Type(() => NegotiationEntry) readonly entry!: NegotiationEntry;
}

/** A negotiation is told anew: its whole entry, which takes the place of the one before. */
export class NegotiationChanged extends RegistryEnvelope {
  readonly type!: 'NegotiationChanged';
  @Type(() => NegotiationEntry) readonly entry!: NegotiationEntry;
}

/** An issue is defined: its whole entry. */
export class IssueDefined extends RegistryEnvelope {
  readonly type!: 'IssueDefined';
  @Type(() => IssueEntry) readonly entry!: IssueEntry;
}

/** An issue is told anew: its whole entry, which takes the place of the one before. */
export class IssueChanged extends RegistryEnvelope {
  readonly type!: 'IssueChanged';
  @Type(() => IssueEntry) readonly entry!: IssueEntry;
}

/** A proposition is defined: its whole entry. */
export class PropositionDefined extends RegistryEnvelope {
  readonly type!: 'PropositionDefined';
  @Type(() => PropositionEntry) readonly entry!: PropositionEntry;
}

/** A proposition is told anew: its whole entry, which takes the place of the one before. */
export class PropositionChanged extends RegistryEnvelope {
  readonly type!: 'PropositionChanged';
  @Type(() => PropositionEntry) readonly entry!: PropositionEntry;
}

/** A party is defined: its whole entry. */
export class PartyDefined extends RegistryEnvelope {
  readonly type!: 'PartyDefined';
  @Type(() => PartyEntry) readonly entry!: PartyEntry;
}

/** A party is told anew: its whole entry, which takes the place of the one before. */
export class PartyChanged extends RegistryEnvelope {
  readonly type!: 'PartyChanged';
  @Type(() => PartyEntry) readonly entry!: PartyEntry;
}

/** A person is defined: its whole entry. */
export class PersonDefined extends RegistryEnvelope {
  readonly type!: 'PersonDefined';
  @Type(() => PersonEntry) readonly entry!: PersonEntry;
}

/** A person is told anew: its whole entry, which takes the place of the one before. */
export class PersonChanged extends RegistryEnvelope {
  readonly type!: 'PersonChanged';
  @Type(() => PersonEntry) readonly entry!: PersonEntry;
}

/** A plan is defined: its whole entry. */
export class PlanDefined extends RegistryEnvelope {
  readonly type!: 'PlanDefined';
  @Type(() => PlanEntry) readonly entry!: PlanEntry;
}

/** A plan is told anew: its whole entry, which takes the place of the one before. */
export class PlanChanged extends RegistryEnvelope {
  readonly type!: 'PlanChanged';
  @Type(() => PlanEntry) readonly entry!: PlanEntry;
}

/** A meeting is defined: its whole entry. */
export class MeetingDefined extends RegistryEnvelope {
  readonly type!: 'MeetingDefined';
  @Type(() => MeetingEntry) readonly entry!: MeetingEntry;
}

/** A meeting is told anew: its whole entry, which takes the place of the one before. */
export class MeetingChanged extends RegistryEnvelope {
  readonly type!: 'MeetingChanged';
  @Type(() => MeetingEntry) readonly entry!: MeetingEntry;
}

/** A source is defined: its whole entry. */
export class SourceDefined extends RegistryEnvelope {
  readonly type!: 'SourceDefined';
  @Type(() => SourceEntry) readonly entry!: SourceEntry;
}

/** A source is told anew: its whole entry, which takes the place of the one before. */
export class SourceChanged extends RegistryEnvelope {
  readonly type!: 'SourceChanged';
  @Type(() => SourceEntry) readonly entry!: SourceEntry;
}

/** The class of each registry event. */
export const REGISTRY_CLASSES = {
  NegotiationOpened,
  NegotiationChanged,
  IssueDefined,
  IssueChanged,
  PropositionDefined,
  PropositionChanged,
  PartyDefined,
  PartyChanged,
  PersonDefined,
  PersonChanged,
  PlanDefined,
  PlanChanged,
  MeetingDefined,
  MeetingChanged,
  SourceDefined,
  SourceChanged,
} as const;

export type RegistryEventType = keyof typeof REGISTRY_CLASSES;
export type RegistryEvent = InstanceType<(typeof REGISTRY_CLASSES)[RegistryEventType]>;

/** Which kind of entry a registry event is about. */
export const KIND_OF_REGISTRY_EVENT = {
  NegotiationOpened: 'negotiation',
  NegotiationChanged: 'negotiation',
  IssueDefined: 'issue',
  IssueChanged: 'issue',
  PropositionDefined: 'proposition',
  PropositionChanged: 'proposition',
  PartyDefined: 'party',
  PartyChanged: 'party',
  PersonDefined: 'person',
  PersonChanged: 'person',
  PlanDefined: 'plan',
  PlanChanged: 'plan',
  MeetingDefined: 'meeting',
  MeetingChanged: 'meeting',
  SourceDefined: 'source',
  SourceChanged: 'source',
} as const satisfies Record<RegistryEventType, EntryKind>;

/** The types of event that define and that change an entry of a kind. */
const REGISTRY_EVENTS_OF = {
  negotiation: { defined: 'NegotiationOpened', changed: 'NegotiationChanged' },
  issue: { defined: 'IssueDefined', changed: 'IssueChanged' },
  proposition: { defined: 'PropositionDefined', changed: 'PropositionChanged' },
  party: { defined: 'PartyDefined', changed: 'PartyChanged' },
  person: { defined: 'PersonDefined', changed: 'PersonChanged' },
  plan: { defined: 'PlanDefined', changed: 'PlanChanged' },
  meeting: { defined: 'MeetingDefined', changed: 'MeetingChanged' },
  source: { defined: 'SourceDefined', changed: 'SourceChanged' },
} as const satisfies Record<EntryKind, { defined: RegistryEventType; changed: RegistryEventType }>;

/** The event that records an entry. */
export function registryEvent<K extends EntryKind>(
  kind: K,
  change: 'defined' | 'changed',
  negotiation: string,
  id: string,
  entry: Entries[K],
): RegistryEvent {
  return { type: REGISTRY_EVENTS_OF[kind][change], negotiation, id, entry } as RegistryEvent;
}
