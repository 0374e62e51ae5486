import { meetingAttendance } from '../../../src/rules/meeting-attendance.js';
import { reportsOfMeeting, tellingOf } from '../../../src/rules/meeting-telling.js';
import { announced, held, moved } from './meeting-reports.js';

const ann = { actor: 'ann', role: null, online: null, implied: null, note: null };
const bob = { ...ann, actor: 'bob' };
const aide = { ...ann, actor: { name: 'an aide', party: 'a' } };
const [EARLY, LATE, LATEST] = [{ occurred: '2026-01-05' }, { occurred: '2026-01-06' }, { occurred: '2026-01-07' }];

const attendance = (...reports: Parameters<typeof reportsOfMeeting>[0]) => meetingAttendance(reportsOfMeeting(reports, 'm').map(tellingOf));

it('who is announced is expected', () => {
  expect(attendance(announced('a', '2026-01-20', { attendance: [{ ...ann, role: 'chair' }] }))).toEqual([
    { ...ann, role: 'chair', as: 'expected', evidence: ['a'] },
  ]);
});

it('who is named by a report of the meeting having been held attended, one entry with all who name them', () => {
  expect(attendance(announced('a', '2026-01-06', { ...EARLY, attendance: [ann, bob] }), held('h', { ...LATE, attendance: [ann] }))).toEqual(
    [
      { ...ann, as: 'attended', evidence: ['h', 'a'] },
      { ...bob, as: 'expected', evidence: ['a'] },
    ],
  );
});

it('somebody is told as by the latest report that says the same of them', () => {
  const told = (role: string) => ({ attendance: [{ ...ann, role }] });
  expect(
    attendance(announced('a', '2026-01-20', { ...EARLY, ...told('chair') }), moved('r', '2026-01-21', { ...LATE, ...told('guest') })),
  ).toEqual([{ ...ann, role: 'guest', as: 'expected', evidence: ['r', 'a'] }]);
  const late = [held('g', { ...EARLY, ...told('chair') }), held('h', { ...LATE, ...told('guest') })];
  expect(attendance(...late, announced('a', '2026-01-08', { ...LATEST, ...told('expected') }))).toEqual([
    { ...ann, role: 'guest', as: 'attended', evidence: ['h', 'g', 'a'] },
  ]);
});

it('names of people without an entry are the same actor where name and party are', () => {
  const other = { ...aide, actor: { name: 'an aide', party: 'b' } };
  expect(
    attendance(announced('a', '2026-01-06', { ...EARLY, attendance: [aide, other] }), held('h', { ...LATE, attendance: [aide] })).map(
      ({ actor, as }) => [actor, as],
    ),
  ).toEqual([
    [aide.actor, 'attended'],
    [other.actor, 'expected'],
  ]);
});

it('a report is named once, though it names somebody twice', () => {
  expect(attendance(held('h', { attendance: [ann, { ...ann, role: 'chair' }] }))).toEqual([{ ...ann, as: 'attended', evidence: ['h'] }]);
});
