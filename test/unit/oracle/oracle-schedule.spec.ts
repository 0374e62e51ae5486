import { foldMeetings } from '../../oracle/fold-meetings.js';
import { on, Story } from '../../support/histories-by-hand.js';

const meeting = (story: Story, at = on('2026-01-31')) => foldMeetings(story.log, 'n', at)[0];

const THIS_WEEK = '2026-01-05/2026-01-11';

it('"the 6th" is not widened by a later "this week"', () => {
  const story = new Story();
  story.source('wednesday', '2026-01-07');
  story.meeting('MeetingAnnounced', 'the-6th', { scheduledFor: '2026-01-06' }, { occurred: '2026-01-05' });
  story.meeting('MeetingAnnounced', 'this-week', { scheduledFor: THIS_WEEK }, { occurred: '2026-01-05', source: 'next' });
  expect(meeting(story, on('2026-01-06'))).toMatchObject({ status: 'confirmed', when: '2026-01-06', scheduledFor: '2026-01-06' });
  expect(meeting(story, on('2026-01-08'))).toMatchObject({ status: 'elapsed-unreported', evidence: ['this-week', 'the-6th'] });
});

it('"this week", said on a Wednesday, begins on that Wednesday, and is told as written', () => {
  const story = new Story();
  story.source('wednesday', '2026-01-07');
  story.meeting('MeetingAnnounced', 'the-6th', { scheduledFor: '2026-01-06' });
  story.meeting('MeetingAnnounced', 'this-week', { scheduledFor: THIS_WEEK }, { source: 'wednesday' });
  expect(meeting(story, on('2026-01-08'))).toMatchObject({ status: 'announced', when: THIS_WEEK, evidence: ['this-week'] });
});

it('a date that had passed when it was told is not raised', () => {
  const story = new Story();
  story.source('wednesday', '2026-01-07');
  story.meeting('MeetingAnnounced', 'past', { scheduledFor: '2026-01-03/2026-01-06' }, { source: 'wednesday' });
  story.meeting('MeetingAnnounced', 'before', { scheduledFor: '2026-01-03' });
  expect(meeting(story)).toMatchObject({ status: 'elapsed-unreported', when: '2026-01-03' });
});

it('of equally narrow dates the later report tells', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-02-10' }, { occurred: '2026-01-01' });
  story.meeting('MeetingAnnounced', 's', { scheduledFor: '2026-02-12' }, { occurred: '2026-01-02' });
  story.meeting('MeetingAnnounced', 't', { scheduledFor: '2026-02-09/2026-02-13' }, { occurred: '2026-01-03' });
  expect(meeting(story)).toMatchObject({ when: '2026-02-12', evidence: ['t', 's'] });
  story.meeting('MeetingAnnounced', 'u', { scheduledFor: '2026-02-10~' }, { occurred: '2026-01-04' });
  expect(meeting(story)?.when).toBe('2026-02-10~');
});

it('what was told before a revision is not asked any more, the revision is', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'before', { scheduledFor: '2026-02-10' }, { occurred: '2026-01-01' });
  story.meeting('MeetingRevised', 'moved', { change: 'moved', scheduledFor: '2026-02-10/2026-02-11' }, { occurred: '2026-01-02' });
  expect(meeting(story)).toMatchObject({ status: 'moved', when: '2026-02-10/2026-02-11' });
  story.meeting('MeetingAnnounced', 'after', { scheduledFor: '2026-02-09/2026-02-13' }, { occurred: '2026-01-03' });
  expect(meeting(story)).toMatchObject({ status: 'announced', when: '2026-02-10/2026-02-11', evidence: ['after', 'moved'] });
});

it('a cancelled one says no date, and nothing before it is asked', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'before', { scheduledFor: '2026-02-10' }, { occurred: '2026-01-01' });
  story.meeting('MeetingRevised', 'off', { change: 'cancelled', scheduledFor: '2026-02-10' }, { occurred: '2026-01-02' });
  expect(meeting(story)).toMatchObject({ status: 'cancelled', when: null, scheduledFor: null });
  story.meeting('MeetingAnnounced', 'after', { scheduledFor: '2026-02-09/2026-02-13' }, { occurred: '2026-01-03' });
  expect(meeting(story)?.when).toBe('2026-02-09/2026-02-13');
});

it('a possible report narrows no certain one', () => {
  const story = new Story();
  story.source('perhaps', '2026-01-04/2026-01-20');
  story.meeting('MeetingAnnounced', 'possible', { scheduledFor: '2026-02-10' }, { occurred: '2026-01-04', source: 'perhaps' });
  story.meeting('MeetingAnnounced', 'latest', { scheduledFor: '2026-02-09/2026-02-13' });
  expect(meeting(story, on('2026-01-10', { knownBy: '2026-01-10' }))?.when).toBe('2026-02-09/2026-02-13');
  expect(meeting(story, on('2026-01-20', { knownBy: '2026-01-20' }))?.when).toBe('2026-02-10');
  story.meeting('MeetingAnnounced', 'later', { scheduledFor: '2026-02-08/2026-02-14' }, { occurred: '2026-01-05', source: 'perhaps' });
  expect(meeting(story, on('2026-01-10', { knownBy: '2026-01-10' }))?.when).toBe('2026-02-10');
});

it('of dates without an end none is the narrower, but a day within them is', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'later-open', { scheduledFor: '2026-02-12/..' }, { occurred: '2026-01-01' });
  story.meeting('MeetingAnnounced', 'open', { scheduledFor: '2026-02-10/..' }, { occurred: '2026-01-02' });
  expect(meeting(story)?.when).toBe('2026-02-10/..');
  story.meeting('MeetingAnnounced', 'day', { scheduledFor: '2026-02-20' }, { occurred: '2026-01-01' });
  expect(meeting(story)?.when).toBe('2026-02-20');
});
