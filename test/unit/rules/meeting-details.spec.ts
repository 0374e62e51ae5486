import { attendanceOf, meetingDetails, scheduledFor } from '../../../src/rules/meeting-details.js';
import { type OfMeeting, reportsOfMeeting } from '../../../src/rules/meeting-status.js';
import type { MeetingData } from '../../../src/vocabulary/events/meeting-reports.js';
import { seen, told } from './seen.js';

type Data = Partial<Omit<MeetingData, 'scheduledFor'>> & { scheduledFor?: string };

/** Reports of the meeting, the latest first. */
function telling(...reports: [type: 'Announced' | 'Revised' | 'Held', id: string, data: Data][]): OfMeeting[] {
  const latestLast = reports.toReversed().map(([type, id, data], i) =>
    seen(
      told((story) => story.meeting(`Meeting${type}`, id, data)),
      { firstPosition: i },
    ),
  );
  return reportsOfMeeting(latestLast, 'm');
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
      telling(['Held', '3', { hosts: ['a', 'b'] }], ['Announced', '2', { hosts: ['b', 'a'] }], ['Announced', '1', {}]),
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

describe('the attendance of a meeting', () => {
  const ann = { actor: 'ann', role: 'host', online: null, implied: null, note: null };
  const aide = { actor: { name: 'an aide', party: 'a' }, role: null, online: true, implied: true, note: null };

  it('keeps each different entry with its reports, latest first', () => {
    const entries = attendanceOf(
      telling(['Held', '2', { attendance: [ann] }], ['Announced', '1', { attendance: [aide, { ...ann, role: null }, ann] }]),
    );
    expect(entries).toEqual([
      { ...ann, evidence: ['2', '1'] },
      { ...aide, evidence: ['1'] },
      { ...ann, role: null, evidence: ['1'] },
    ]);
  });

  it('names a report once, though it names somebody twice', () => {
    expect(attendanceOf(telling(['Held', '1', { attendance: [ann, ann] }]))).toEqual([{ ...ann, evidence: ['1'] }]);
  });
});

describe('the schedule that counts', () => {
  it.each<[string, OfMeeting[], string | null]>([
    [
      'is that of the latest announcement',
      telling(['Announced', '2', { scheduledFor: '2026-03' }], ['Announced', '1', { scheduledFor: '2026-02' }]),
      '2026-03',
    ],
    [
      'is not that of a report of it having been held',
      telling(['Held', '2', { scheduledFor: '2026-03' }], ['Announced', '1', { scheduledFor: '2026-02' }]),
      '2026-02',
    ],
    ['is that of a held one where there is no other', telling(['Held', '1', { scheduledFor: '2026-03' }]), '2026-03'],
    [
      'is none where the latest revision gives none',
      telling(['Revised', '2', { change: 'moved' }], ['Announced', '1', { scheduledFor: '2026-02' }]),
      null,
    ],
    ['is none where the meeting is only mentioned', [], null],
  ])('%s', (_, reports, expected) => {
    expect(scheduledFor(reports)).toBe(expected);
  });
});
