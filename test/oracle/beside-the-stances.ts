import { whenOf } from './as-written.js';
import { reportsOn } from './issues-of-report.js';
import { meetingStatusOf } from './meeting-status.js';
import { namesMeeting, namesPlan } from './naming.js';
import { byId, strongestFirst } from './order.js';
import { pointsOf } from './plan-points.js';
import { planStatusOf } from './plan-status.js';
import type { StateAt } from './state-at.js';

/** The agreements reported on an issue, the strongest first. */
export function agreementsOf(state: StateAt, issue: string) {
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

/** The meetings that the reports on an issue name, by id; their status is that by all reports. */
export function meetingsOf(state: StateAt, issue: string) {
  const reports = reportsOn(state, issue);
  return [...state.meetings]
    .filter(([id]) => reports.some(({ content }) => namesMeeting(content, id)))
    .flatMap(([id, { title }]) => {
      const told = meetingStatusOf(state, id);
      if (told === null) return [];
      const { status, when, certainty, evidence } = told;
      return [{ id, title, status, when, certainty, evidence }];
    })
    .toSorted(byId);
}

/** The plans that the reports on an issue name, by id, each with its points on that issue. */
export function plansOf(state: StateAt, issue: string) {
  const reports = reportsOn(state, issue);
  const isOnIssue = (proposition: string) => state.propositions.get(proposition)?.issue === issue;
  return [...state.plans]
    .filter(([id]) => reports.some(({ content }) => namesPlan(content, id)))
    .flatMap(([id, { title }]) => {
      const status = planStatusOf(state, id);
      const points = pointsOf(state, id).filter(({ propositions }) => propositions.some(isOnIssue));
      return status === null ? [] : [{ id, title, points, ...status }];
    })
    .toSorted(byId);
}
