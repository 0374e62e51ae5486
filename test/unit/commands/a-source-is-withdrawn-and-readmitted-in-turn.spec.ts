import { ANY_REVISION, NO_PRECONDITION, type Precondition } from '../../../src/commands/writing/precondition.js';
import type { RemovalRequest } from '../../../src/commands/remove/removal.js';
import { removeSource } from '../../../src/commands/remove/remove-source.js';
import type { LogEvent } from '../../../src/vocabulary/events/log-event.js';
import { registryEvent } from '../../../src/vocabulary/events/registry-events.js';
import type { SourceReadmitted, SourceRemoval, SourceWithdrawn } from '../../../src/vocabulary/events/report-corrections.js';
import { reportedDate } from '../../support/histories-registry.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify(removeSource);

const source = (change: 'defined' | 'changed', published: string): LogEvent => {
  const unsaid = { publisher: null, headline: null, author: null, url: null, language: null, notes: [] };
  return registryEvent('source', change, 'n', 's', { ...unsaid, published: reportedDate(published) });
};
const defined = source('defined', '2026-01-05');
const changed = source('changed', '2026-01-06');
const of = { negotiation: 'n', id: 's', note: null };
const byPublisher: SourceWithdrawn = { ...of, type: 'SourceWithdrawn', reason: 'source', published: reportedDate('2026-01-09') };
const byUs: SourceWithdrawn = { ...of, type: 'SourceWithdrawn', reason: 'coding', published: null };
const standsByIt: SourceReadmitted = { ...of, type: 'SourceReadmitted', reason: 'source', published: reportedDate('2026-01-16') };
const ourMistake: SourceReadmitted = { ...of, type: 'SourceReadmitted', reason: 'coding', published: null };

const send = (removal: SourceRemoval, precondition: Precondition = ANY_REVISION): RemovalRequest<SourceRemoval> => {
  return { ...REQUEST, id: 's', removal, precondition, repeats: 'latest' };
};
const seenAt = (revision: string): Precondition => ({ ifMatch: [revision], strayTags: [], onlyIfNew: false });

describe('recorded is', () => {
  it('a withdrawal', () =>
    given(defined)
      .when(send(byPublisher, seenAt('0')))
      .then(byPublisher));
  it('a withdrawal behind a change of the source', () =>
    given(defined, changed)
      .when(send(byPublisher, seenAt('1')))
      .then(byPublisher));
  it('a readmission, behind a change of the source too', async () => {
    await given(defined, byPublisher)
      .when(send(ourMistake, seenAt('1')))
      .then(ourMistake);
    await given(defined, byPublisher, changed)
      .when(send(standsByIt, seenAt('2')))
      .then(standsByIt);
  });
  it('a withdrawal after a readmission, the same one too', () =>
    given(defined, byUs, ourMistake)
      .when(send(byUs, seenAt('2')))
      .then(byUs));
});

describe('what is repeated appends nothing', () => {
  it('a withdrawal', () => given(defined, byPublisher).when(send(byPublisher)).then());
  it('a withdrawal, though the source was changed since', () =>
    given(defined, byPublisher, changed).when(send(byPublisher, NO_PRECONDITION)).then());
  it('a readmission', () =>
    given(defined, byPublisher, standsByIt)
      .when(send(standsByIt, seenAt('0')))
      .then());
  it('in an import, which may bring an earlier one', () =>
    given(defined, byUs, ourMistake)
      .when({ ...send(byUs), repeats: 1 })
      .then());
});

describe('refused is', () => {
  it('either where there is no such source', async () => {
    await given().when(send(byUs)).refused('not-found');
    await given().when(send(ourMistake)).refused('not-found');
  });
  it('a withdrawal of what is withdrawn', () => given(defined, byPublisher, changed).when(send(byUs)).refused('source-withdrawn'));
  it('a readmission of what is not withdrawn', async () => {
    await given(defined, changed).when(send(ourMistake)).refused('nothing-to-undo');
    await given(defined, byUs, ourMistake).when(send(standsByIt)).refused('nothing-to-undo');
  });
  it('either without a revision, or with one that is gone', async () => {
    await given(defined).when(send(byUs, NO_PRECONDITION)).refused('revision-required');
    await given(defined, byUs)
      .when(send(ourMistake, seenAt('0')))
      .refused('stale-revision');
  });
});

it('both go to the stream of their source', () => {
  for (const removal of [byUs, ourMistake]) {
    expect(removeSource.stream(send(removal))).toBe('source-n.s');
    expect(removeSource.subjects(send(removal))).toContainEqual({ kind: 'source', id: 's' });
    expect(removeSource.references(send(removal))).toEqual([]);
  }
});
