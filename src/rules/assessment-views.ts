import type { Actor } from '../vocabulary/actor.js';
import type { Certainty } from '../vocabulary/axes.js';
import type { About, Measure } from '../vocabulary/events/other-reports.js';
import { byStrength, descending } from './order.js';
import type { VisibleReport } from './scene.js';

/** "90 per cent" of what, by whom: as the state of an issue lists it. */
export interface AssessmentView {
  readonly report: string;
  readonly summary: string;
  readonly by: readonly Actor[];
  readonly about: About | null;
  readonly measure: Measure | null;
  readonly certainty: Certainty;
}

/** The AssessmentMade among some reports, the strongest first: never merged, never averaged. Design 4, "Assessments". */
export function assessmentViews(reports: readonly VisibleReport[]): AssessmentView[] {
  return descending(reports, byStrength).flatMap(({ id, content, certainty }) => {
    if (content.type !== 'AssessmentMade') return [];
    const { about, measure } = content.data;
    return [{ report: id, summary: content.summary, by: content.claim.by, about, measure, certainty }];
  });
}
