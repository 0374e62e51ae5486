import type { Certainty } from '../vocabulary/axes.js';
import { announcementsOverlapping, areOfTwoSources } from './meeting-confirmation.js';
import type { MeetingSchedule } from './meeting-schedule.js';
import type { MeetingStatus } from './meeting-status.js';
import type { Tellings } from './meeting-telling.js';
import type { Visible } from './scene.js';
import { certainIfAny } from './visibility.js';

/**
 * How certain the status of a meeting is. Design 4, "Meeting status".
 * @param naming the visible reports that name it: read only where it is `mentioned`
 */
export function meetingCertainty(
  status: MeetingStatus,
  { held, planning }: Tellings,
  schedule: MeetingSchedule | null,
  naming: readonly Visible[],
): Certainty {
  switch (status) {
    case 'held':
      return certainIfAny(held);
    case 'mentioned':
      return certainIfAny(naming);
    case 'confirmed': {
      const certain = planning.filter(({ certainty }) => certainty === 'certain');
      return areOfTwoSources(announcementsOverlapping(schedule, certain)) ? 'certain' : 'possible';
    }
    case 'cancelled':
    case 'moved':
    case 'announced':
    case 'elapsed-unreported':
      return planning[0]?.certainty ?? 'possible';
  }
}
