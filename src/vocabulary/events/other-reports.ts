import { Type } from 'class-transformer';
import { ReportEnvelope } from './report.js';
import type { Account } from './report-class.js';
import type { TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

export const CHANGES_OF_ROLE = ['appointed', 'acting', 'resigned', 'dismissed'] as const;

/** Which role a person takes up in a party, or gives up. */
export class RoleData {
  readonly person!: string;
  readonly party!: string;
  readonly role!: string;
  readonly change!: (typeof CHANGES_OF_ROLE)[number];
  readonly reason!: string | null;
}

/** A report that a person took up a role or gave it up. Roles in the registry are the editor's; this is what a source says of them. */
export class RoleChanged extends ReportEnvelope {
  readonly type!: 'RoleChanged';
  @Type(() => RoleData) readonly data!: RoleData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<RoleData> = { person: 'person', party: 'party', role: 'words', reason: 'words' };
  static account({ data: { person, party, role, change } }: RoleChanged): Account {
    return { of: [person, party, role, change], foundBy: { kind: 'actor', id: person } };
  }
}

/** What an assessment is about: exactly one of the four is named. */
export class About {
  readonly issue?: string;
  readonly plan?: string;
  readonly meeting?: string;
  readonly proposition?: string;
}

/** A number that somebody names, with its unit and what it is a part of: "90 per cent" of what. */
export class Measure {
  readonly value!: number | string;
  readonly unit!: string;
  readonly of!: string;
}

/**
 * What an assessment says, of what. One that is a blocker stands until another report says that it is resolved (design 4, "Blockers").
 */
export class AssessmentData {
  @Type(() => About) readonly about!: About | null;
  @Type(() => Measure) readonly measure!: Measure | null;
  readonly blocker!: boolean;
  /** The report of the blocker that this assessment says is resolved. */
  readonly resolves!: string | null;
}

/** A report of how somebody judges where things stand. Assessments are listed, never merged (design 4, "Assessments"). */
export class AssessmentMade extends ReportEnvelope {
  readonly type!: 'AssessmentMade';
  @Type(() => AssessmentData) readonly data!: AssessmentData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<AssessmentData> = {
    about: { issue: 'issue?', plan: 'plan?', meeting: 'meeting?', proposition: 'proposition?' },
    measure: { value: 'words', unit: 'words', of: 'words' },
    resolves: 'report',
  };
  static account(): null {
    return null;
  }
}

/** Of what kind the context is. */
export class ContextData {
  readonly kind!: string;
}

/** A report of what lies beside the negotiation: it is no news of an issue (design 4, "Staleness"). */
export class ContextReported extends ReportEnvelope {
  readonly type!: 'ContextReported';
  @Type(() => ContextData) readonly data!: ContextData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<ContextData> = { kind: 'words' };
  static account(): null {
    return null;
  }
}
