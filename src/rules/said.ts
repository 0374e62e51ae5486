import type { Actor } from '../vocabulary/actor.js';
import type { Form } from '../vocabulary/events/report.js';
import type { Modality } from '../vocabulary/modality.js';
import type { Statement } from './statements.js';
import type { Voice } from '../vocabulary/voice.js';
import { voiceOf } from './voice.js';

/** A statement as answers show it: SAID of api.md. */
export interface Said {
  readonly report: string;
  readonly modality: Modality;
  readonly voice: Voice;
  /** Who is named as claimant; empty: the source itself. */
  readonly by: readonly Actor[];
  readonly form: Form;
  /** The id of the source. */
  readonly source: string;
}

/** A statement as a stance shows it. */
export function said({ report, modality, rank, by, form, source }: Statement): Said {
  return { report: report.id, modality, voice: voiceOf(rank, by.length > 0), by, form, source };
}
