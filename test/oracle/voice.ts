import type { Actor } from '../../src/vocabulary/actor.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Position } from '../../src/vocabulary/position.js';
import { sameContent } from '../../src/vocabulary/same-content.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

/** Whose word a statement is: the party's, the source's, somebody else's, or a guess of the source. Design 4, "voice". */
export type Voice = 'own' | 'source' | 'other' | 'guess';

export function voiceOf(state: StateAt, { content, firstPosition }: VisibleReport, party: string): Voice {
  const claimants = claimantsOf(content);
  if (claimants.length === 0) return isGuess(content) ? 'guess' : 'source';
  return claimants.some((claimant) => speaksFor(state, claimant, party, content, firstPosition)) ? 'own' : 'other';
}

/** 1: the party's own words, or the source's own reporting. 0: somebody else's claim, or the source's guess. Design 4, "Order". */
export function rankOf(voice: Voice): 0 | 1 {
  return voice === 'own' || voice === 'source' ? 1 : 0;
}

/** `claim.by`, or without it `data.speaker`; empty is the source itself. */
export function claimantsOf(content: ReportContent): readonly Actor[] {
  if (content.claim.by.length > 0) return content.claim.by;
  const speaker = speakerOf(content);
  return speaker === null ? [] : [speaker];
}

/** Where the source itself speaks, in a form that is no reporting. */
export function isGuess(content: ReportContent): boolean {
  return claimantsOf(content).length === 0 && (content.claim.form === 'hedged' || content.claim.form === 'analysis');
}

function speaksFor(state: StateAt, claimant: Actor, party: string, content: ReportContent, firstPosition: Position): boolean {
  const speaker = speakerOf(content);
  if (speaker !== null && sameContent(claimant, speaker)) return true;
  if (typeof claimant !== 'string') return claimant.party === party;
  return claimant === party || partyOfPerson(state, claimant, firstPosition) === party;
}

/** The party registered when a report was first recorded; of who was not registered by then, the first one registered. */
export function partyOfPerson({ persons }: StateAt, person: string, firstPosition: Position): string | null {
  const versions = persons.get(person) ?? [];
  const version = versions.findLast(({ position }) => position <= firstPosition) ?? versions[0];
  return version?.entry.party ?? null;
}

function speakerOf(content: ReportContent): Actor | null {
  return content.type === 'PositionStated' ? content.data.speaker : null;
}
