import type { Actor } from '../../src/vocabulary/actor.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Setup } from './histories-commands.js';
import { possible } from './histories-possible-dates.js';
import type { Claimant, Earlier, Voice } from './histories-drawn.js';
import type { DataDraft, Draft, ReportDraft } from './histories-reports.js';
import { type RegistryWriter, reportedDate } from './histories-registry.js';
import { at, MODALITIES, NEGOTIATION } from './histories-universe.js';

/** Turns drafts into reports that are valid where they stand in the log. */
export class ContentWriter {
  constructor(
    private readonly registry: RegistryWriter,
    private readonly setup: Pick<Setup, 'spread' | 'isOld'>,
    /** Finds the id of a report that is already in the log. */
    private readonly find: (earlier: Earlier | null, fits: (content: ReportContent) => boolean) => string | null,
  ) {}

  content(id: string, summary: string, draft: ReportDraft): ReportContent {
    const { occurred, source, by, via, form, issues, meeting, data } = draft;
    const namesMeeting = 'attendance' in data;
    const party = partyOf(data) % this.setup.spread.parties;
    const speaker = data.type === 'PositionStated' && data.speaker !== null ? this.actor(data.speaker, party) : null;
    const envelope = {
      negotiation: NEGOTIATION,
      id,
      occurred: occurred === null ? null : reportedDate(occurred),
      source: { id: this.registry.need('source', source), locator: null, quote: null },
      claim: { by: by.map((claimant) => this.claimant(claimant, party, speaker)), via: this.actors(via, party), form },
      issues: unique(issues.map((issue) => this.registry.need('issue', issue))),
      meeting: meeting === null && !namesMeeting ? null : this.registry.need('meeting', meeting ?? 0),
      summary,
    };
    const content = { ...envelope, ...this.data(data, speaker) } as ReportContent;
    return this.setup.isOld ? content : possible(content, this.registry.published(content.source.id));
  }

  private data(draft: DataDraft, speaker: Actor | null): Pick<ReportContent, 'type' | 'data'> {
    switch (draft.type) {
      case 'PositionStated':
        return { type: draft.type, data: this.position(draft, speaker) };
      case 'AgreementSigned':
        return { type: draft.type, data: this.agreement(draft) };
      case 'AssessmentMade':
        return { type: draft.type, data: this.assessment(draft) };
      case 'PlanTabled':
      case 'PlanRevised':
        return { type: draft.type, data: this.plan(draft) };
      case 'RoleChanged': {
        const [person, party] = [this.registry.need('person', draft.person), this.registry.need('party', draft.party)];
        return { type: draft.type, data: { person, party, role: 'envoy', change: draft.change, reason: null } };
      }
      case 'ContextReported':
        return { type: draft.type, data: { kind: 'background' } };
      default:
        return { type: draft.type, data: this.meeting(draft) };
    }
  }

  private position(draft: Draft<'PositionStated'>, speaker: Actor | null) {
    const party = this.party(draft.party);
    const plan = draft.onPlan ? this.registry.need('plan', draft.target) : null;
    const proposition = draft.onPlan ? null : this.proposition(draft.target);
    const fits = ({ type, data }: ReportContent) =>
      type === 'PositionStated'
        ? data.party === party && data.plan === plan && data.proposition === proposition
        : type === 'AgreementSigned' && proposition !== null && data.propositions.includes(proposition);
    return {
      party,
      speaker,
      proposition,
      plan,
      modality: at(MODALITIES, draft.modality % this.setup.spread.modalities),
      conditions: this.conditions(draft.conditions),
      until: draft.until === null ? null : reportedDate(draft.until),
      previous: this.find(draft.previous, fits),
    };
  }

  private agreement(draft: Draft<'AgreementSigned'>) {
    return {
      document: { id: null, title: 'a memorandum', kind: 'memorandum' },
      signatories: unique(draft.signatories.map((party) => this.party(party))).map((party, index) => ({
        party,
        person: index > 0 || draft.person === null ? null : this.registry.need('person', draft.person),
      })),
      propositions: unique(draft.propositions.map((proposition) => this.proposition(proposition))),
      conditions: this.conditions(draft.conditions),
    };
  }

  private assessment({ about, index, measure, blocker, resolves }: Draft<'AssessmentMade'>) {
    const named = about === 'proposition' ? this.registry.useProposition(index) : about && this.registry.need(about, index);
    return {
      about: about === null ? null : { [about]: named },
      measure: measure === null ? null : { value: measure, unit: 'per cent', of: 'the text' },
      blocker,
      resolves: this.find(resolves, (content) => content.type === 'AssessmentMade' && content.data.blocker),
    };
  }

  private meeting(draft: Draft<'MeetingHeld'>) {
    const { type, change, scheduledFor, hasSchedule, place, format, purpose, outcome, durationMinutes, level, reason } = draft;
    return {
      scheduledFor: type === 'MeetingAnnounced' || hasSchedule ? reportedDate(scheduledFor) : null,
      change: type === 'MeetingRevised' ? change : null,
      ...{ place, format, purpose, outcome, durationMinutes, level, reason },
      hosts: this.actors(unique(draft.hosts), 0),
      attendance: draft.attendance.map(({ who, role, online }) => {
        return { actor: this.actor(who, 0), role, online, implied: null, note: null };
      }),
    };
  }

  private plan({ type, plan, by, pointCount, points, lineage }: Draft<'PlanTabled'>) {
    const tabled = {
      plan: this.registry.need('plan', plan),
      by: this.actors(by, 0),
      pointCount,
      points: points.map(({ number, text, propositions }) => ({
        number,
        text: `point ${String(text)}`,
        propositions: propositions.map((proposition) => this.registry.useProposition(proposition)),
      })),
    };
    const revised = plan + 1 + (pointCount === null ? 0 : 1);
    return type === 'PlanTabled' ? tabled : { ...tabled, revises: { plan: this.registry.need('plan', revised), lineage } };
  }

  private party(index: number): string {
    return this.registry.need('party', index % this.setup.spread.parties);
  }

  private proposition(index: number): string {
    return this.registry.useProposition(index % this.setup.spread.targets);
  }

  private conditions(propositions: readonly (number | null)[]) {
    return propositions.map((proposition, index) => ({
      text: `condition ${String(index)}`,
      proposition: proposition === null ? null : this.registry.useProposition(proposition),
    }));
  }

  private actors(voices: readonly Voice[], party: number): Actor[] {
    return voices.map((voice) => this.actor(voice, party));
  }

  private claimant(claimant: Claimant, party: number, speaker: Actor | null): Actor {
    if (claimant !== 'the speaker' && claimant !== 'a namesake') return this.actor(claimant, party);
    if (speaker === null) return this.actor('the party', party);
    if (claimant === 'the speaker') return structuredClone(speaker);
    return { name: typeof speaker === 'string' ? speaker : speaker.name, party: this.registry.need('party', party + 1) };
  }

  private actor(voice: Voice, index: number): Actor {
    const party = this.registry.need('party', index);
    switch (voice) {
      case 'the party':
        return party;
      case 'another party':
        return this.registry.need('party', index + 1);
      case 'its person':
        return this.registry.personOf(party, true);
      case 'another person':
        return this.registry.personOf(party, false);
      case 'a name with it':
        return { name: 'a minister', party };
      case 'a name with another':
        return { name: 'an envoy', party: this.registry.need('party', index + 1) };
      case 'a name':
        return { name: 'somebody', party: null };
      case 'person 0':
      case 'person 3':
      case 'person 4':
        return this.registry.need('person', Number(voice.at(-1)));
    }
  }
}

/** The party from which the voices of a report are seen. */
function partyOf(data: DataDraft): number {
  if (data.type === 'PositionStated') return data.party;
  return data.type === 'AgreementSigned' ? (data.signatories[0] ?? 0) : 0;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
