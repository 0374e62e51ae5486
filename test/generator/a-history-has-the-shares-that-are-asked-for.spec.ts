import { history } from '../../bench/generator/history.js';
import { LARGEST_ISSUE } from '../../bench/generator/registry-world.js';
import { dayOfInstant } from '../../src/vocabulary/day.js';
import { type DayWindow, windowOf } from '../../src/vocabulary/edtf-window.js';
import { isReport } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { issuesOf } from '../../src/rules/mentions.js';

const LATE_DAYS = 14;

interface Counted {
  readonly reports: readonly { readonly content: ReportContent; readonly recorded: number; readonly published: DayWindow }[];
  readonly types: ReadonlyMap<string, number>;
}

/** A history read as a reader of the log would. */
function counted(reports: number, late: number): Counted {
  const published = new Map<string, DayWindow>();
  const types = new Map<string, number>();
  const found: Counted['reports'][number][] = [];
  for (const { recordedAt, event } of history({ seed: 3, reports, late })) {
    types.set(event.type, (types.get(event.type) ?? 0) + 1);
    if (event.type === 'SourceDefined') published.set(event.id, windowOf(event.entry.published.edtf));
    if (!isReport(event)) continue;
    const of = published.get(event.source.id);
    if (of === undefined) throw new Error(`${event.source.id} comes after what names it`);
    found.push({ content: event, recorded: dayOfInstant(Date.parse(recordedAt)), published: of });
  }
  return { reports: found, types };
}

function expectWithin(value: number | undefined, min: number, max: number): void {
  expect(value).toBeGreaterThanOrEqual(min);
  expect(value).toBeLessThanOrEqual(max);
}

const share = (part: readonly unknown[], { reports }: Counted): number => part.length / reports.length;

const isLate = ({ content, recorded, published }: Counted['reports'][number]): boolean =>
  recorded - published.hi >= LATE_DAYS || (content.occurred !== null && published.lo - windowOf(content.occurred.edtf).hi >= LATE_DAYS);

const few = counted(2_000, 0.01);
const many = counted(2_000, 0.2);
const long = counted(20_000, 0.01);

it('as many reports come as are asked for', () => {
  expect([few, many, long].map(({ reports }) => reports.length)).toEqual([2_000, 2_000, 20_000]);
});

describe('late reports', () => {
  it('are one in a hundred', () => {
    expectWithin(share(few.reports.filter(isLate), few), 0.003, 0.025);
  });

  it('are one in five', () => {
    expectWithin(share(many.reports.filter(isLate), many), 0.13, 0.25);
  });
});

it('one report in a hundred is corrected, three in a thousand are retracted, a few sources withdrawn', () => {
  expectWithin((long.types.get('ReportCorrected') ?? 0) / 20_000, 0.007, 0.013);
  expectWithin((long.types.get('ReportRetracted') ?? 0) / 20_000, 0.0015, 0.0045);
  expectWithin(few.types.get('SourceWithdrawn'), 1, 8);
});

it('positions are the most, and every type of report is there', () => {
  const positions = ({ types, reports }: Counted): number => (types.get('PositionStated') ?? 0) / reports.length;
  expectWithin(positions(few), 0.75, 0.9);
  expectWithin(positions(long), 0.92, 0.96);
  expect(new Set(few.reports.map(({ content }) => content.type)).size).toBe(10);
});

it('a report is undated, of a day, of a window, of a month, or of an open start', () => {
  const dates = long.reports.map(({ content }) => content.occurred?.edtf ?? '');
  const shareOf = (form: RegExp): number => dates.filter((edtf) => form.test(edtf)).length / dates.length;
  expectWithin(shareOf(/^$/), 0.1, 0.22);
  expectWithin(shareOf(/^\d{4}-\d{2}-\d{2}~?$/), 0.55, 0.75);
  expectWithin(shareOf(/^\d{4}.*\//), 0.08, 0.2);
  expectWithin(shareOf(/^\d{4}-\d{2}$/), 0.02, 0.06);
  expectWithin(shareOf(/^\.\.\//), 0.005, 0.03);
});

it('some sources came out in a window', () => {
  const windows = long.reports.filter(({ published }) => published.lo < published.hi);
  expectWithin(share(windows, long), 0.02, 0.1);
});

it('a source is good for five to ten reports', () => {
  expectWithin(20_000 / (long.types.get('SourceDefined') ?? 0), 5, 10);
});

it('the largest issue has a third of all reports, and each party states a position on each of its 20 propositions', () => {
  const issueOf = (proposition: string): string => proposition.replace(/-\d+$/, '');
  const own = long.reports.filter(({ content }) => issuesOf(content, issueOf).includes(LARGEST_ISSUE));
  expectWithin(share(own, long), 0.3, 0.38);
  const pairs = own.flatMap(({ content }) =>
    content.type === 'PositionStated' && content.data.proposition !== null ? [`${content.data.party} ${content.data.proposition}`] : [],
  );
  expect(new Set(pairs).size).toBe(160);
});

it('what the world holds besides positions is the same for ten times as many reports', () => {
  for (const type of ['MeetingAnnounced', 'MeetingHeld', 'PlanTabled', 'PlanRevised', 'AgreementSigned', 'AssessmentMade', 'RoleChanged']) {
    expect(long.types.get(type)).toBe(few.types.get(type));
  }
});
