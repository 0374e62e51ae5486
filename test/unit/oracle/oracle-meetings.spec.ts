import { foldMeetings } from '../../oracle/fold-meetings.js';
import { on, Story } from '../../support/histories-by-hand.js';

const meeting = (story: Story, at = on('2026-01-31')) => foldMeetings(story.log, 'n', at)[0];

it('a meeting is not there before a report names it, and mentioned where only other reports do', () => {
  const story = new Story();
  expect(foldMeetings(story.log, 'n', on('2026-01-31'))).toEqual([]);
  story.assessment('r', { about: { meeting: 'm' } });
  story.position('s', 'a', 'accepts', { meeting: 'm', occurred: '2026-01-01' });
  expect(meeting(story)).toMatchObject({ status: 'mentioned', certainty: 'certain', when: null, evidence: ['r', 's'] });
});

it('a meeting is announced, then elapsed-unreported from the day after its schedule on, on both axes', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-01-10/2026-01-12' });
  expect(meeting(story, on('2026-01-12'))?.status).toBe('announced');
  expect(meeting(story, on('2026-01-13'))?.status).toBe('elapsed-unreported');
  expect(meeting(story, on('2026-01-13', { knownBy: '2026-01-12' }))?.status).toBe('announced');
});

it('a meeting is confirmed by overlapping announcements of two sources, certain if those are', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-02-10' });
  story.meeting('MeetingAnnounced', 'elsewhen', { scheduledFor: '2026-02-20' }, { source: 'next', occurred: '2026-01-01' });
  story.meeting('MeetingAnnounced', 's', { scheduledFor: '2026-02-10' });
  expect(meeting(story)?.status).toBe('announced');
  story.meeting('MeetingAnnounced', 't', { scheduledFor: '2026-02-09/2026-02-11' }, { source: 'next', occurred: '2026-01-04/2026-01-06' });
  expect(meeting(story)).toMatchObject({ status: 'confirmed', certainty: 'certain', evidence: ['t', 's', 'r'] });
  expect(meeting(story, on('2026-01-05'))).toMatchObject({ status: 'confirmed', certainty: 'possible' });
  expect(meeting(story, on('2026-01-05', { certainty: 'certain' }))).toMatchObject({ status: 'announced', evidence: ['s'] });
});

it('a meeting is moved, cancelled or elapsed by the latest report', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-01-15' }, { occurred: '2026-01-01' });
  story.meeting('MeetingRevised', 's', { change: 'moved', scheduledFor: '2026-01-20' }, { occurred: '2026-01-02' });
  expect(meeting(story, on('2026-01-16'))).toMatchObject({ status: 'moved', scheduledFor: '2026-01-20', evidence: ['s'] });
  expect(meeting(story, on('2026-01-21'))?.status).toBe('elapsed-unreported');
  story.meeting('MeetingRevised', 't', { change: 'moved' }, { occurred: '2026-01-03' });
  expect(meeting(story, on('2026-01-21'))).toMatchObject({ status: 'moved', scheduledFor: null });
  story.meeting('MeetingRevised', 'u', { change: 'cancelled', scheduledFor: '2026-01-15' }, { occurred: '2026-01-04' });
  expect(meeting(story, on('2026-01-21'))).toMatchObject({ status: 'cancelled', evidence: ['u'] });
});

it('a meeting is held wherever it is reported as held, whatever came later', () => {
  const story = new Story();
  story.meeting('MeetingHeld', 'r', {}, { occurred: '2026-01-02/..' });
  story.meeting('MeetingHeld', 's', {}, { occurred: '2026-01-02' });
  story.meeting('MeetingRevised', 't', { change: 'cancelled' }, { occurred: '2026-01-04' });
  expect(meeting(story, on('2026-01-04'))).toMatchObject({
    status: 'held',
    when: '2026-01-02/..',
    certainty: 'certain',
    evidence: ['r', 's'],
  });
});

it('a meeting keeps every different value of a field, the latest first', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-01-02', place: 'Paris', hosts: ['a', 'b'] }, { occurred: '2026-01-01' });
  story.meeting(
    'MeetingHeld',
    's',
    {
      place: 'Geneva',
      hosts: ['b', 'a'],
    },
    { occurred: '2026-01-02' },
  );
  story.meeting('MeetingHeld', 't', { place: 'Paris' }, { occurred: '2026-01-03' });
  expect(meeting(story)?.details).toMatchObject({
    place: [
      { value: 'Paris', evidence: ['t', 'r'] },
      { value: 'Geneva', evidence: ['s'] },
    ],
    hosts: [{ value: ['b', 'a'], evidence: ['s', 'r'] }],
    schedule: [{ value: '2026-01-02', evidence: ['r'] }],
    format: [],
  });
});

it('a meeting that is held without a date was held by the last day of its source', () => {
  const story = new Story();
  story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-01-03' }, { occurred: '2026-01-01' });
  story.meeting('MeetingHeld', 's');
  expect(meeting(story)).toMatchObject({ status: 'held', when: '../2026-01-05', scheduledFor: '2026-01-03' });
});

it('of a meeting that was held, certainty is that of any report of it', () => {
  const story = new Story();
  story.source('open', '2026-01-05/..');
  story.meeting('MeetingHeld', 'r', {}, { occurred: '2026-01-02' });
  story.meeting('MeetingHeld', 's', {}, { source: 'open' });
  expect(meeting(story, on('2026-01-10'))).toMatchObject({ when: '2026-01-05/..', certainty: 'certain', evidence: ['s', 'r'] });
});

describe('attendance', () => {
  const present = { role: null, online: null, implied: null, note: null };

  it('is one entry an actor: attended where a report that it was held names them, else expected', () => {
    const story = new Story();
    const aide = { name: 'an aide', party: 'a' };
    const held = [
      { actor: 'b', ...present },
      { actor: aide, ...present, role: 'chair' },
    ];
    const expected = [
      { actor: 'a', ...present },
      { actor: aide, ...present, online: true },
    ];
    story.meeting('MeetingHeld', 'held', { attendance: held }, { occurred: '2026-01-02' });
    story.meeting('MeetingAnnounced', 'late', { scheduledFor: '2026-01-02', attendance: expected });
    expect(meeting(story)?.attendance).toEqual([
      { actor: 'a', as: 'expected', ...present, evidence: ['late'] },
      { actor: aide, as: 'attended', ...present, role: 'chair', evidence: ['held', 'late'] },
      { actor: 'b', as: 'attended', ...present, evidence: ['held'] },
    ]);
  });
});

describe('contested', () => {
  const onOneDay = { occurred: '2026-01-03' };

  it('by "cancelled" is "takes place" of the same day, whichever is posted first', () => {
    const story = new Story();
    story.meeting('MeetingAnnounced', 'on', { scheduledFor: '2026-02-10' }, onOneDay);
    const first = story.meeting('MeetingRevised', 'off', { change: 'cancelled' }, onOneDay);
    expect(meeting(story)).toMatchObject({ status: 'cancelled', when: null, contestedBy: [{ report: 'on', says: 'on' }] });
    story.meeting('MeetingAnnounced', 'after-all', { scheduledFor: '2026-02-10' }, { ...onOneDay, source: 'next' });
    expect(meeting(story)).toMatchObject({ status: 'confirmed', contestedBy: [{ report: 'off', says: 'cancelled' }] });
    expect(meeting(story, on('2026-01-31', { recordedBy: first.position }))?.status).toBe('cancelled');
  });

  it('is what was held, by a report that may be as late that says it is cancelled', () => {
    const story = new Story();
    story.meeting('MeetingHeld', 'held', {}, { occurred: '2026-01-03/2026-01-05' });
    story.meeting('MeetingRevised', 'before', { change: 'cancelled' }, { occurred: '2026-01-02' });
    expect(meeting(story)?.contestedBy).toEqual([]);
    story.meeting('MeetingRevised', 'after', { change: 'cancelled' }, onOneDay);
    expect(meeting(story)).toMatchObject({ status: 'held', contestedBy: [{ report: 'after', says: 'cancelled' }] });
  });

  it('is not what is only mentioned, moved, or cancelled long after it was on', () => {
    const story = new Story();
    story.position('said', 'a', 'accepts', { meeting: 'm' });
    expect(meeting(story)?.contestedBy).toEqual([]);
    story.meeting('MeetingAnnounced', 'on', { scheduledFor: '2026-02-10' }, { occurred: '2026-01-01' });
    story.meeting('MeetingRevised', 'moved', { change: 'moved', scheduledFor: '2026-02-12' }, { occurred: '2026-01-01' });
    expect(meeting(story)).toMatchObject({ status: 'moved', contestedBy: [] });
    story.meeting('MeetingRevised', 'off', { change: 'cancelled' }, onOneDay);
    expect(meeting(story)).toMatchObject({ status: 'cancelled', contestedBy: [] });
  });
});
