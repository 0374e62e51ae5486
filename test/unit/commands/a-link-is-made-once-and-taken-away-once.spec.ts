import { linkReports, type LinkReportsRequest } from '../../../src/commands/link-reports/link-reports.js';
import type { LinkKind, ReportsLinked, ReportsUnlinked } from '../../../src/vocabulary/events/report-links.js';
import { position } from '../../support/histories-by-hand.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify(linkReports);

const linked = (to: string, kind: LinkKind = 'contradicts'): ReportsLinked => ({
  type: 'ReportsLinked',
  negotiation: 'n',
  id: 'r',
  kind,
  to,
});
const unlinked = (to: string, kind: LinkKind = 'contradicts'): ReportsUnlinked => ({ ...linked(to, kind), type: 'ReportsUnlinked' });
const ask = (link: ReportsLinked | ReportsUnlinked): LinkReportsRequest => ({ ...REQUEST, id: 'r', link });

const posted = position('r', 'a', 'demands');

describe('a link', () => {
  it('is made', () =>
    given(posted)
      .when(ask(linked('s')))
      .then(linked('s')));
  it('is made beside one of another kind', () =>
    given(posted, linked('s'))
      .when(ask(linked('s', 'same-as')))
      .then(linked('s', 'same-as')));
  it('is made beside one to another report', () =>
    given(posted, linked('s'))
      .when(ask(linked('t')))
      .then(linked('t')));
  it('is made once', () =>
    given(posted, linked('s'))
      .when(ask(linked('s')))
      .then());
  it('is made again after it was taken away', () =>
    given(posted, linked('s'), unlinked('s'))
      .when(ask(linked('s')))
      .then(linked('s')));
  it('is not made from a report to itself', () =>
    given(posted)
      .when(ask(linked('r')))
      .refused('invalid-body', { pointer: '#/to', code: 'same-report' }));
});

describe('a link is taken away', () => {
  it('where it is', () =>
    given(posted, linked('s'))
      .when(ask(unlinked('s')))
      .then(unlinked('s')));
  it('alone, the others stay', () =>
    given(posted, linked('s'), linked('t'), unlinked('t'))
      .when(ask(unlinked('s')))
      .then(unlinked('s')));
  it('not where there is none', () =>
    given(posted)
      .when(ask(unlinked('s')))
      .refused('not-found'));
  it('not where there is only one of another kind', () =>
    given(posted, linked('s', 'same-as'))
      .when(ask(unlinked('s')))
      .refused('not-found'));
  it('not twice', () =>
    given(posted, linked('s'), unlinked('s'))
      .when(ask(unlinked('s')))
      .refused('not-found'));
});

it('the report that a link leads to must exist: named in the body, or in the path where it is taken away', () => {
  expect(linkReports.stream(ask(linked('s')))).toBe('report-n.r');
  expect(linkReports.references(ask(linked('s')))).toMatchObject([{ kind: 'report', id: 's', pointer: '#/to' }]);
  expect(linkReports.subjects(ask(linked('s')))).toEqual([
    { kind: 'negotiation', id: 'n' },
    { kind: 'report', id: 'r' },
  ]);
  expect(linkReports.references(ask(unlinked('s')))).toEqual([]);
  expect(linkReports.subjects(ask(unlinked('s')))).toContainEqual({ kind: 'report', id: 's' });
});
