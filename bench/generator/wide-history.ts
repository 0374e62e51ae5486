import { registryEvent } from '../../src/vocabulary/events/registry-events.js';
import type { Modality } from '../../src/vocabulary/modality.js';
import { reportOf, STATED, type Telling } from './envelope.js';
import type { Told } from './history.js';
import { NEGOTIATION } from './history-options.js';
import { type Article, Newsroom } from './newsroom.js';
import { FIRST_DAY, instantAt } from './period.js';
import { Random } from './random.js';
import { dateOf, occurredOn } from './reported-dates.js';
import { sentence } from './sentences.js';

/** How wide a negotiation is: many small issues, as a collection of treaties has, where a history has few large ones. */
export interface WideOptions {
  readonly seed: number;
  readonly issues: number;
  readonly reports: number;
}

const PARTIES = ['north', 'south', 'east', 'west', 'mediator'];
const MODALITIES: readonly Modality[] = ['demands', 'supports', 'accepts', 'open-to', 'undecided', 'objects', 'rejects'];
const MEETINGS = 200;
const MEETING_EVERY = 40;
/** 3 per cent of the positions have an end. */
const ENDING_EVERY = 33;

/** A negotiation of many issues with a proposition each, in as many reports as are asked for, spread over all of them. */
export function* wideHistory({ seed, issues, reports }: WideOptions): Generator<Told> {
  const random = new Random(seed);
  for (const event of registered(issues, random)) yield { recordedAt: instantAt(0), event };
  const newsroom = new Newsroom({ seed, reports, late: 0.01 }, random);
  let article: Article | undefined;
  for (let index = 0; index < reports; index += 1) {
    if (article === undefined || article.left === 0) {
      article = newsroom.takeUp(index / reports);
      yield { recordedAt: article.recordedAt, event: article.event };
    }
    article.left -= 1;
    const telling = index % MEETING_EVERY === 0 ? meetingHeld(index, issues, article, random) : position(index, issues, article, random);
    yield { recordedAt: article.recordedAt, event: reportOf(`report-${String(index + 1)}`, telling, article, random) };
  }
}

export const wideIssue = (number: number): string => `issue-${String(number)}`;

function* registered(issues: number, random: Random) {
  yield registryEvent('negotiation', 'defined', NEGOTIATION, NEGOTIATION, {
    ...{ title: 'A wide negotiation', opened: dateOf(FIRST_DAY), description: 'Made up, to measure with.' },
    ...{ principals: ['north', 'south'], staleAfterDays: 30 },
  });
  for (const party of PARTIES) yield registryEvent('party', 'defined', NEGOTIATION, party, { name: party, kind: 'state', aliases: [] });
  for (let i = 0; i < MEETINGS; i += 1)
    yield registryEvent('meeting', 'defined', NEGOTIATION, `meeting-${String(i)}`, { title: `Meeting ${String(i)}`, aliases: [] });
  for (let i = 0; i < issues; i += 1) {
    const parent = i < 100 ? null : wideIssue(i % 100);
    yield registryEvent('issue', 'defined', NEGOTIATION, wideIssue(i), {
      title: sentence(1, random),
      parent,
      description: null,
      principals: [],
    });
    yield registryEvent('proposition', 'defined', NEGOTIATION, `proposition-${String(i)}`, {
      issue: wideIssue(i),
      text: sentence(1, random),
    });
  }
}

function position(index: number, issues: number, { published }: Article, random: Random): Telling {
  return {
    type: 'PositionStated',
    occurred: occurredOn(published - random.between(0, 3), published, false, random),
    claim: random.chance(0.2) ? { ...STATED, form: 'hedged' } : STATED,
    data: {
      party: random.pick(PARTIES),
      speaker: null,
      proposition: `proposition-${String(random.between(0, issues - 1))}`,
      plan: null,
      modality: random.pick(MODALITIES),
      conditions: [],
      until: index % ENDING_EVERY === 0 ? dateOf(published + 20 + (index % 180)) : null,
      previous: null,
    },
  };
}

function meetingHeld(index: number, issues: number, { published }: Article, random: Random): Telling {
  return {
    type: 'MeetingHeld',
    occurred: dateOf(published),
    issues: [wideIssue(random.between(0, issues - 1))],
    meeting: `meeting-${String(index % MEETINGS)}`,
    data: {
      ...{ scheduledFor: null, change: null, place: 'Geneva', format: 'in-person', purpose: null, outcome: null },
      ...{ durationMinutes: null, level: 'envoys', hosts: [], reason: null, attendance: [] },
    },
  };
}
