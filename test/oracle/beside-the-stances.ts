import { whenOf } from './as-written.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { issuesOf, reportsOn } from './issues-of-report.js';
import { meetingStatusOf } from './meeting-status.js';
import { namesOf } from './named.js';
import { namesMeeting, namesPlan } from './naming.js';
import { byId, strongestFirst } from './order.js';
import { pointsOf } from './plan-points.js';
import { planStatusOf } from './plan-status.js';
import type { StateAt } from './state-at.js';

/** The agreements reported on an issue, or on none, the strongest first. */
export function agreementsOf(state: StateAt, issue: string | null) {
  return strongestFirst(reportsOn(state, issue)).flatMap((report) => {
    const { id, content, certainty } = report;
    if (content.type !== 'AgreementSigned') return [];
    const { document, signatories, propositions, conditions } = structuredClone(content.data);
    return [{ report: id, when: whenOf(report), document, signatories, propositions, conditions, certainty }];
  });
}

/** The assessments of an issue, the strongest first: listed, never merged. Design 4, "Assessments". */
export function assessmentsOf(state: StateAt, issue: string) {
  return strongestFirst(reportsOn(state, issue)).flatMap(({ id, content, certainty }) => {
    if (content.type !== 'AssessmentMade') return [];
    const { about, measure } = structuredClone(content.data);
    return [{ report: id, summary: content.summary, by: structuredClone(content.claim.by), about, measure, certainty }];
  });
}

/** The meetings that the reports on an issue name, or no report on any, by id; their status is that by all reports. */
export function meetingsOf(state: StateAt, issue: string | null) {
  return [...state.meetings]
    .filter(([id]) => standsOn(state, issue, (content) => namesMeeting(content, id)))
    .flatMap(([id, entry]) => {
      const told = meetingStatusOf(state, id);
      if (told === null) return [];
      const { status, when, certainty, evidence } = told;
      return [{ id, title: entry.title, ...namesOf(entry), status, when, certainty, evidence }];
    })
    .toSorted(byId);
}

/** The plans that the reports on an issue name, by id, each with its points on that issue; those on none with all points. */
export function plansOf(state: StateAt, issue: string | null) {
  const isOnIssue = (proposition: string) => state.propositions.get(proposition)?.issue === issue;
  return [...state.plans]
    .filter(([id]) => standsOn(state, issue, (content) => namesPlan(content, id)))
    .flatMap(([id, entry]) => {
      const status = planStatusOf(state, id);
      const points = pointsOf(state, id).filter(({ propositions }) => issue === null || propositions.some(isOnIssue));
      return status === null ? [] : [{ id, title: entry.title, ...namesOf(entry), points, ...status }];
    })
    .toSorted(byId);
}

/** What reports name is on the issues that these are on; on none where none of these is on one. */
function standsOn(state: StateAt, issue: string | null, names: (content: ReportContent) => boolean): boolean {
  const on = state.reports.filter(({ content }) => names(content)).map(({ content }) => issuesOf(state, content));
  return issue === null ? on.every((issues) => issues.length === 0) : on.some((issues) => issues.includes(issue));
}
