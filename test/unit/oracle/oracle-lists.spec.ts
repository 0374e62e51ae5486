import { parseDay } from '../../../src/vocabulary/day.js';
import { foldEntries, foldRoles } from '../../oracle/fold-entries.js';
import { foldMeetings } from '../../oracle/fold-meetings.js';
import { foldRecord } from '../../oracle/fold-record.js';
import { foldReports, type ReportsAsked } from '../../oracle/fold-reports.js';
import { on, position, Story } from '../../support/histories-by-hand.js';

const day = (text: string) => parseDay(text) ?? NaN;
const reports = (story: Story, asked: ReportsAsked, at = on('2026-01-31')) => foldReports(story.log, 'n', at, asked).map(({ id }) => id);

describe('reports', () => {
  const story = new Story();
  story.source('week', '2026-01-05/2026-01-11');
  story.source('next-week', '2026-01-12/2026-01-18');
  story.position('in-january', 'a', 'accepts', { occurred: '2026-01-01/2026-01-10', source: 'late' });
  story.position('of-the-week', 'a', 'accepts', { occurred: '2026-01-02', source: 'week' });
  const third = story.position('of-the-next', 'a', 'accepts', { occurred: '2026-01-03', source: 'next-week' });
  story.position('early', 'a', 'accepts', { occurred: '2026-01-04' });

  it('are in the order of the axis', () => {
    expect(reports(story, {})).toEqual(['in-january', 'of-the-week', 'of-the-next', 'early']);
    expect(reports(story, { axis: 'published' })).toEqual(['early', 'of-the-week', 'of-the-next', 'in-january']);
    expect(reports(story, { axis: 'recorded' })).toEqual(['in-january', 'of-the-week', 'of-the-next', 'early']);
  });

  it('are those whose window overlaps the days asked for', () => {
    const days = (from?: string, to?: string) => ({ days: { from: from && day(from), to: to && day(to) } }) as ReportsAsked;
    expect(reports(story, days('2026-01-04'))).toEqual(['in-january', 'early']);
    expect(reports(story, days(undefined, '2026-01-02'))).toEqual(['in-january', 'of-the-week']);
    expect(reports(story, days('2026-01-03', '2026-01-03'))).toEqual(['in-january', 'of-the-next']);
    expect(reports(story, { axis: 'published', ...days('2026-01-11', '2026-01-12') })).toEqual(['of-the-week', 'of-the-next']);
    const positions = { from: third.position, to: third.position };
    expect(reports(story, { axis: 'recorded', positions })).toEqual(['of-the-next']);
  });
});

it('a report is named by all who stand in it anywhere', () => {
  const story = new Story();
  const present = { role: null, online: null, implied: null, note: null };
  story.define('person', 'bob', { name: 'Bob', party: 'b', role: null, aliases: [] });
  story.position('speaker', 'a', 'accepts', { speaker: 'bob' });
  story.agreement('signed', ['a', 'b'], []);
  story.meeting('MeetingHeld', 'hosts', { hosts: [{ name: 'an aide', party: 'b' }], attendance: [{ actor: 'bob', ...present }] });
  story.plan('written', { plan: 'one', by: ['b'] });
  story.role('role', 'bob', 'c');
  story.context('by', { by: ['bob'] });
  expect(reports(story, { person: 'bob' })).toEqual(['speaker', 'hosts', 'role', 'by']);
  expect(reports(story, { party: 'b' })).toEqual(['signed', 'hosts', 'written']);
  expect(reports(story, { party: 'c' })).toEqual(['role']);
  expect(reports(story, { type: 'PlanTabled', party: 'b', plan: 'one', source: 'early' })).toEqual(['written']);
  expect(reports(story, { meeting: 'm' })).toEqual(['hosts']);
  expect(reports(story, { issue: 'i' })).toEqual(['speaker']);
  expect(reports(story, { q: 'OF BY' })).toEqual(['by']);
});

it('meetings are asked for by their status, and by the days on which they were held or are scheduled', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-01-10/2026-01-12' });
  const found = (asked: Parameters<typeof foldMeetings>[3]) => foldMeetings(story.log, 'n', on('2026-01-06'), asked).length;
  expect(found({ from: day('2026-01-12') })).toBe(1);
  expect(found({ from: day('2026-01-13') })).toBe(0);
  expect(found({ to: day('2026-01-09') })).toBe(0);
  expect(found({ status: 'announced', to: day('2026-01-10') })).toBe(1);
  expect(found({ status: 'held' })).toBe(0);
  story.meeting('MeetingHeld', 's', {}, { occurred: '2026-01-02' });
  expect(found({ status: 'held', to: day('2026-01-02') })).toBe(1);
  expect(found({ from: day('2026-01-03') })).toBe(0);
});

it('entries are as recorded by R, roles are those reported of the person', () => {
  const story = new Story();
  story.define('person', 'bob', { name: 'Bob', party: 'b', role: null, aliases: [] });
  story.role('of-ann', 'ann', 'a');
  const before = story.role('of-bob', 'bob', 'c', { by: ['ann'] });
  story.define('party', 'b', { name: 'B', kind: 'bloc', aliases: [] }, 'changed');
  const at = on('2026-01-31');
  expect(foldEntries(story.log, 'n', 'party', at).map(({ id, name }) => [id, name])).toEqual([
    ['a', 'a'],
    ['b', 'B'],
    ['c', 'c'],
  ]);
  expect(foldEntries(story.log, 'n', 'party', { ...at, recordedBy: before.position })[1]?.name).toBe('b');
  expect(foldRoles(story.log, 'n', 'ann', at).map(({ evidence }) => evidence)).toEqual([['of-ann']]);
  expect(foldRoles(story.log, 'n', 'bob', at)).toMatchObject([{ party: 'c', role: 'envoy', change: 'appointed', occurred: '2026-01-05' }]);
});

it('a report comes with how it was recorded', () => {
  const story = new Story();
  const first = story.position('r', 'a', 'accepts');
  story.position('s', 'a', 'accepts');
  const last = story.correct(null, position('r', 'a', 'rejects'));
  expect(foldRecord(story.log, 'n', 'r', last.position)).toMatchObject({
    revision: '1',
    position: String(first.position),
    corrections: ['erratum'],
    links: [],
  });
  expect(foldRecord(story.log, 'n', 'r', first.position)).toMatchObject({ revision: '0', corrections: [] });
});
