import { foldMeetings } from '../../oracle/fold-meetings.js';
import { foldPlans } from '../../oracle/fold-plans.js';
import { on, Story } from '../../support/histories-by-hand.js';

const meeting = (story: Story, at = on('2026-01-31')) => foldMeetings(story.log, 'n', at)[0];
const plan = (story: Story, id: string, at = on('2026-01-31')) => foldPlans(story.log, 'n', at).find((item) => item.id === id);

describe('a meeting', () => {
  it('is not there before a report names it, and mentioned where only other reports do', () => {
    const story = new Story();
    expect(foldMeetings(story.log, 'n', on('2026-01-31'))).toEqual([]);
    story.assessment('r', { about: { meeting: 'm' } });
    story.position('s', 'a', 'accepts', { meeting: 'm', occurred: '2026-01-01' });
    expect(meeting(story)).toMatchObject({ status: 'mentioned', certainty: 'certain', scheduledFor: null, evidence: ['r', 's'] });
  });

  it('is announced, then elapsed-unreported from the day after its schedule on, on both axes', () => {
    const story = new Story();
    story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-01-10/2026-01-12' });
    expect(meeting(story, on('2026-01-12'))?.status).toBe('announced');
    expect(meeting(story, on('2026-01-13'))?.status).toBe('elapsed-unreported');
    expect(meeting(story, on('2026-01-13', { knownBy: '2026-01-12' }))?.status).toBe('announced');
  });

  it('is confirmed by overlapping announcements of two sources, certain if those are', () => {
    const story = new Story();
    story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-02-10' });
    story.meeting('MeetingAnnounced', 'elsewhen', { scheduledFor: '2026-02-20' }, { source: 'next', occurred: '2026-01-01' });
    story.meeting('MeetingAnnounced', 's', { scheduledFor: '2026-02-10' });
    expect(meeting(story)?.status).toBe('announced');
    story.meeting(
      'MeetingAnnounced',
      't',
      { scheduledFor: '2026-02-09/2026-02-11' },
      { source: 'next', occurred: '2026-01-04/2026-01-06' },
    );
    expect(meeting(story)).toMatchObject({ status: 'confirmed', certainty: 'certain', evidence: ['t', 's', 'r'] });
    expect(meeting(story, on('2026-01-05'))).toMatchObject({ status: 'confirmed', certainty: 'possible' });
    expect(meeting(story, on('2026-01-05', { certainty: 'certain' }))).toMatchObject({ status: 'announced', evidence: ['s'] });
  });

  it('is moved, cancelled or elapsed by the latest report', () => {
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

  it('is held wherever it is reported as held, whatever came later', () => {
    const story = new Story();
    story.meeting('MeetingHeld', 'r', {}, { occurred: '2026-01-02/..' });
    story.meeting('MeetingHeld', 's', {}, { occurred: '2026-01-02' });
    story.meeting('MeetingRevised', 't', { change: 'cancelled' }, { occurred: '2026-01-04' });
    expect(meeting(story, on('2026-01-04'))).toMatchObject({ status: 'held', certainty: 'certain', evidence: ['r', 's'] });
  });

  it('keeps every different value of a field, the latest first', () => {
    const story = new Story();
    const present = { role: null, online: null, implied: null, note: null };
    story.meeting('MeetingAnnounced', 'r', { scheduledFor: '2026-01-02', place: 'Paris', hosts: ['a', 'b'] }, { occurred: '2026-01-01' });
    story.meeting(
      'MeetingHeld',
      's',
      {
        place: 'Geneva',
        hosts: ['b', 'a'],
        attendance: [
          { actor: 'a', ...present },
          { actor: 'b', ...present },
        ],
      },
      { occurred: '2026-01-02' },
    );
    story.meeting('MeetingHeld', 't', { place: 'Paris', attendance: [{ actor: 'b', ...present }] }, { occurred: '2026-01-03' });
    expect(meeting(story)?.details).toMatchObject({
      place: [
        { value: 'Paris', evidence: ['t', 'r'] },
        { value: 'Geneva', evidence: ['s'] },
      ],
      hosts: [{ value: ['b', 'a'], evidence: ['s', 'r'] }],
      schedule: [{ value: '2026-01-02', evidence: ['r'] }],
      format: [],
    });
    expect(meeting(story)?.attendance.map(({ actor, evidence }) => [actor, evidence])).toEqual([
      ['b', ['t', 's']],
      ['a', ['s']],
    ]);
  });
});

describe('a plan', () => {
  it('is current, and certain once a certain report names it', () => {
    const story = new Story();
    expect(foldPlans(story.log, 'n', on('2026-01-31'))).toEqual([]);
    story.plan('r', { plan: 'one', by: ['a'], pointCount: 28 }, { occurred: '2026-01-02/2026-01-04' });
    story.position('s', 'b', 'rejects', { plan: 'one', occurred: '../2026-01-05' });
    expect(plan(story, 'one', on('2026-01-03'))).toMatchObject({ status: 'current', certainty: 'possible', evidence: ['r', 's'] });
    expect(plan(story, 'one')).toMatchObject({ certainty: 'certain', by: ['a'], pointCount: 28, stances: [{ party: 'b' }] });
  });

  it('is superseded where a revision of it is reported, with the lineage reported', () => {
    const story = new Story();
    story.plan('r', { plan: 'one', points: [{ number: 1, text: 'first', propositions: ['p'] }] }, { occurred: '2026-01-01' });
    story.plan('s', { plan: 'two', pointCount: 20, revises: { plan: 'one', lineage: 'inferred' } }, { occurred: '2026-01-02' });
    story.plan('t', { plan: 'two', revises: { plan: 'one', lineage: 'stated' } }, { occurred: '2026-01-03' });
    expect(plan(story, 'one')).toMatchObject({
      status: 'superseded',
      revises: null,
      revisedBy: [{ plan: 'two', lineage: 'stated' }],
      points: [{ number: 1 }],
      evidence: ['t', 's'],
    });
    expect(plan(story, 'two')).toMatchObject({ status: 'current', pointCount: 20, revises: { plan: 'one', lineage: 'stated' } });
  });
});
