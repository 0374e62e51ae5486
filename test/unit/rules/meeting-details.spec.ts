import { meetingDetails } from '../../../src/rules/meeting-details.js';
import { reportsOfMeeting, type Telling, tellingOf } from '../../../src/rules/meeting-telling.js';
import type { MeetingData } from '../../../src/vocabulary/events/meeting-reports.js';
import { seen, told } from './seen.js';

type Data = Partial<Omit<MeetingData, 'scheduledFor'>> & { scheduledFor?: string };

/** Reports of the meeting, the latest first. */
function telling(...reports: [type: 'Announced' | 'Revised' | 'Held', id: string, data: Data][]): Telling[] {
  const latestLast = reports.toReversed().map(([type, id, data], i) =>
    seen(
      told((story) => story.meeting(`Meeting${type}`, id, data)),
      { firstPosition: i },
    ),
  );
  return reportsOfMeeting(latestLast, 'm').map(tellingOf);
}

describe('the details of a meeting', () => {
  it('keep every different value with its reports, latest first', () => {
    const { place } = meetingDetails(
      telling(
        ['Held', '4', { place: 'Paris' }],
        ['Announced', '3', { place: 'Berlin' }],
        ['Announced', '2', {}],
        ['Announced', '1', { place: 'Paris' }],
      ),
    );
    expect(place).toEqual([
      { value: 'Paris', evidence: ['4', '1'] },
      { value: 'Berlin', evidence: ['3'] },
    ]);
  });

  it('are empty where nobody says anything', () => {
    expect(meetingDetails(telling(['Announced', '1', {}]))).toEqual({
      place: [],
      hosts: [],
      format: [],
      level: [],
      schedule: [],
      purpose: [],
      outcome: [],
      durationMinutes: [],
      reason: [],
    });
  });

  it('take a list of no hosts for silence, and hosts in another order for the same', () => {
    const { hosts } = meetingDetails(
      telling(['Held', '3', { hosts: ['a', 'b'] }], ['Announced', '2', { hosts: ['b', 'a', 'b'] }], ['Announced', '1', {}]),
    );
    expect(hosts).toEqual([{ value: ['a', 'b'], evidence: ['3', '2'] }]);
  });

  it.each<[keyof ReturnType<typeof meetingDetails>, Data, unknown]>([
    ['format', { format: 'hybrid' }, 'hybrid'],
    ['level', { level: 'leaders' }, 'leaders'],
    ['schedule', { scheduledFor: '2026-02' }, '2026-02'],
    ['purpose', { purpose: 'a ceasefire' }, 'a ceasefire'],
    ['outcome', { outcome: 'none' }, 'none'],
    ['durationMinutes', { durationMinutes: 90 }, 90],
    ['reason', { reason: 'snow' }, 'snow'],
  ])('name the %s', (field, data, value) => {
    expect(meetingDetails(telling(['Revised', 'r', data]))[field]).toEqual([{ value, evidence: ['r'] }]);
  });
});
