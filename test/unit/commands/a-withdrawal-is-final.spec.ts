import { withdrawSource, type WithdrawSourceRequest } from '../../../src/commands/withdraw-source/withdraw-source.js';
import { ANY_REVISION, NO_PRECONDITION, type Precondition } from '../../../src/commands/writing/precondition.js';
import type { LogEvent } from '../../../src/vocabulary/events/log-event.js';
import { registryEvent } from '../../../src/vocabulary/events/registry-events.js';
import type { SourceWithdrawn } from '../../../src/vocabulary/events/report-corrections.js';
import { reportedDate } from '../../support/histories-registry.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify(withdrawSource);

const source = (change: 'defined' | 'changed', published: string): LogEvent => {
  const unsaid = { publisher: null, headline: null, author: null, url: null, language: null, notes: [] };
  return registryEvent('source', change, 'n', 's', { ...unsaid, published: reportedDate(published) });
};
const defined = source('defined', '2026-01-05');
const changed = source('changed', '2026-01-06');
const byPublisher: SourceWithdrawn = {
  type: 'SourceWithdrawn',
  negotiation: 'n',
  id: 's',
  reason: 'source',
  published: reportedDate('2026-01-09'),
  note: null,
};
const byUs: SourceWithdrawn = { ...byPublisher, reason: 'coding', published: null };
const withdraw = (withdrawal: SourceWithdrawn, precondition: Precondition = ANY_REVISION): WithdrawSourceRequest => {
  return { ...REQUEST, id: 's', withdrawal, precondition };
};
const seenAt = (revision: string): Precondition => ({ ifMatch: [revision], strayTags: [], onlyIfNew: false });

describe('a withdrawal', () => {
  it('is recorded', () =>
    given(defined)
      .when(withdraw(byPublisher, seenAt('0')))
      .then(byPublisher));
  it('is recorded behind a change of the source', () =>
    given(defined, changed)
      .when(withdraw(byPublisher, seenAt('1')))
      .then(byPublisher));
  it('repeated appends nothing', () => given(defined, byPublisher).when(withdraw(byPublisher)).then());
  it('repeated appends nothing, though the source was changed since', () =>
    given(defined, byPublisher, changed).when(withdraw(byPublisher, NO_PRECONDITION)).then());
});

describe('a withdrawal is refused', () => {
  it('where there is no such source', () => given().when(withdraw(byUs)).refused('not-found'));
  it('after another one', () => given(defined, byPublisher).when(withdraw(byUs)).refused('source-withdrawn'));
  it('after another one, though the source was changed since', () =>
    given(defined, byPublisher, changed).when(withdraw(byUs)).refused('source-withdrawn'));
  it('without a revision', () => given(defined).when(withdraw(byUs, NO_PRECONDITION)).refused('revision-required'));
  it('with a revision that is gone', () =>
    given(defined, changed)
      .when(withdraw(byUs, seenAt('0')))
      .refused('stale-revision'));
});

it('a withdrawal goes to the stream of its source', () => {
  expect(withdrawSource.stream(withdraw(byUs))).toBe('source-n.s');
  expect(withdrawSource.subjects(withdraw(byUs))).toContainEqual({ kind: 'source', id: 's' });
  expect(withdrawSource.references(withdraw(byUs))).toEqual([]);
});
