import { z } from 'zod';
import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Modality } from '../../vocabulary/modality.js';
import type { Form } from '../../vocabulary/events/report.js';
import type { Reason } from '../../vocabulary/events/report-corrections.js';
import type { LinkKind } from '../../vocabulary/events/report-links.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import { explained } from '../openapi/explained.js';

/** Words that many answers share. */
export const idsTold = z.array(z.string());
export const evidence = z.array(z.string()).describe('Ids of the reports that it rests on, the decisive one first');
export const edtfTold = z.string().meta({ description: 'A date as written: EDTF', examples: ['2026-01-06', '../2025-12-01'] });
export const instant = z.string().meta({ description: 'RFC 3339, UTC', examples: ['2026-01-31T09:30:00.000Z'] });
export const position = z.string().meta({ description: 'A position in the log: a decimal number', examples: ['412'] });
export const revision = z.string().meta({ description: 'Of the stream: what If-Match names', examples: ['0'] });
export const ageDays = z.int().describe('Days between its end and asOf');

const basis = explained('Basis', 'How a date was found', {
  explicit: 'the source names it',
  relative: 'counted from the anchor ("on Tuesday")',
  inferred: 'concluded from what the source says',
  unknown: 'the source does not say',
} satisfies Record<ReportedDate['basis'], string>);

export const dateTold = z
  .object({
    edtf: edtfTold,
    phrase: z.string().nullable().describe('The words of the source'),
    basis,
    anchor: z.string().nullable().describe('EDTF: what a relative date counts from; null: the date of the source'),
    note: z.string().nullable(),
  })
  .meta({
    id: 'ReportedDate',
    description: 'A date as reported: what was written, what it is taken to mean, and why',
  }) satisfies z.ZodType<ReportedDate>;

export const actorTold = z
  .union([z.string(), z.object({ name: z.string(), party: z.string().nullable() })])
  .meta({ id: 'ActorTold', description: 'The id of a party or a person, or a name for one without an entry' }) satisfies z.ZodType<Actor>;

export const certainty = explained('Certainty', 'Whether its dates leave a doubt; of whose word it is the voice tells', {
  certain: 'happened and published by then, on any reading of its dates',
  possible: 'may have happened, or may have been published, only later',
} satisfies Record<Certainty, string>);

export const modality = explained('Modality', 'How a party stands on a target, with its weight', {
  demands: 'weight +3',
  proposes: 'weight +2',
  supports: 'weight +2',
  accepts: 'weight +2',
  'conditionally-accepts': 'weight +1',
  'open-to': 'weight +1',
  undecided: 'weight 0',
  objects: 'weight −1',
  rejects: 'weight −2',
  'red-line': 'weight −3',
} satisfies Record<Modality, string>);

export const form = explained('Form', 'In what form it is said', {
  'direct-quote': 'in the words of whoever says it',
  attributed: 'told as what somebody says',
  stated: 'stated as a fact',
  hedged: 'with a reservation: "apparently", "is said to"',
  analysis: 'as a conclusion of its author',
} satisfies Record<Form, string>);

export const reason = explained('Reason', 'Whose mistake it was', {
  source: 'the publisher erred, and said so',
  coding: 'we misread',
} satisfies Record<Reason, string>);

export const linkKind = explained('LinkKind', 'How two reports stand to each other; links change no rule', {
  'same-as': 'they tell the same development',
  contradicts: 'they cannot both be true',
  corroborates: 'one bears the other out',
} satisfies Record<LinkKind, string>);

export const condition = z.object({ text: z.string(), proposition: z.string().nullable() }).meta({ id: 'Condition' });
