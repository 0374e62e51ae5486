import type { MeetingSchedule } from './meeting-schedule.js';
import type { Tellings, WrittenDate } from './meeting-telling.js';
import { whenTold } from './when.js';

/**
 * When a meeting is: held, `occurred` of the latest MeetingHeld as written; not held, its schedule as written. Null without any.
 * Its window are the days on which it may have been or may be: O of that report, or S. Design 4, "when".
 * @param schedule S
 */
export function meetingWhen({ held: [latest] }: Tellings, schedule: MeetingSchedule | null): WrittenDate | null {
  return latest === undefined ? schedule : { edtf: whenTold(latest), window: latest.occurred };
}
