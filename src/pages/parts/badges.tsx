import type { VNode } from 'preact';
import type { Convergence } from '../asking/issue-shapes.js';
import type { MeetingStatus } from '../asking/meeting-shapes.js';
import type { Words } from '../words/en.js';

const SIGNS: Readonly<Record<Convergence, string>> = {
  'agreed-in-principle': '✓',
  rejected: '✗',
  opposed: '⇄',
  mixed: '±',
  open: '…',
  'one-sided': '◐',
  unknown: '○',
};

/** The sign of a convergence; it never stands without its word. */
export function signOf(value: Convergence): string {
  return SIGNS[value];
}

const TONES: Readonly<Record<Convergence, string>> = {
  'agreed-in-principle': 'agreed',
  rejected: 'opposed',
  opposed: 'opposed',
  mixed: 'warn',
  open: 'one',
  'one-sided': 'one',
  unknown: 'one',
};

/** How near the parties are on an issue: a sign and a word, never a colour alone. */
export function ConvergenceBadge({ value, words }: { value: Convergence; words: Words }): VNode {
  return (
    <span class={`badge ${TONES[value]}`}>
      <span aria-hidden="true">{SIGNS[value]}</span> {words.convergence[value]}
    </span>
  );
}

const MEETING_TONES: Readonly<Record<MeetingStatus, string>> = {
  held: 'held',
  cancelled: 'mentioned',
  moved: 'planned',
  confirmed: 'planned',
  announced: 'planned',
  'elapsed-unreported': 'elapsed',
  mentioned: 'mentioned',
};

/** The status of a meeting. */
export function MeetingBadge({ status, words }: { status: MeetingStatus; words: Words }): VNode {
  return <span class={`st ${MEETING_TONES[status]}`}>{words.meetingStatus[status]}</span>;
}
