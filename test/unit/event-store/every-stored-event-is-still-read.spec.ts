import { toLogEvent, toPlainLogEvent, toStoredData } from '../../../src/event-store/typed-event.js';
import { EVENT_CLASSES, type LogEventType } from '../../../src/vocabulary/events/log-event.js';
import { REPORT_CLASSES, REPORT_TYPES } from '../../../src/vocabulary/events/report-content.js';
import { currentVersion } from '../../../src/vocabulary/events/upcasters/upcasters.js';
import { asRecorded, type Golden, golden, goldenFiles } from '../../support/golden.js';
import { classesWithin, emptyWithin } from './parts-within.js';

const TYPES = Object.keys(EVENT_CLASSES) as LogEventType[];

const OF_REPORT = { occurred: 'ReportedDate', source: 'SourceReference', claim: 'Claim' };
const MEETING = {
  data: 'MeetingData',
  'data.scheduledFor': 'ReportedDate',
  'data.attendance.0': 'Attendance',
  'data.attendance.1': 'Attendance',
};

/** The class of every part that has one. */
const PARTS: Record<LogEventType, Record<string, string>> = {
  MeetingAnnounced: { ...OF_REPORT, ...MEETING },
  MeetingRevised: { ...OF_REPORT, ...MEETING },
  MeetingHeld: { ...OF_REPORT, ...MEETING },
  PlanTabled: { ...OF_REPORT, data: 'PlanTabledData', 'data.points.0': 'PlanPoint' },
  PlanRevised: { ...OF_REPORT, data: 'PlanRevisedData', 'data.points.0': 'PlanPoint', 'data.revises': 'Revises' },
  PositionStated: { ...OF_REPORT, data: 'PositionData', 'data.conditions.0': 'Condition', 'data.until': 'ReportedDate' },
  AgreementSigned: {
    ...OF_REPORT,
    data: 'AgreementData',
    'data.document': 'SignedDocument',
    'data.signatories.0': 'Signatory',
    'data.conditions.0': 'Condition',
  },
  RoleChanged: { ...OF_REPORT, data: 'RoleData' },
  AssessmentMade: { ...OF_REPORT, data: 'AssessmentData', 'data.about': 'About', 'data.measure': 'Measure' },
  ContextReported: { ...OF_REPORT, data: 'ContextData' },
  NegotiationOpened: { entry: 'NegotiationEntry', 'entry.opened': 'ReportedDate' },
  NegotiationChanged: { entry: 'NegotiationEntry', 'entry.opened': 'ReportedDate' },
  IssueDefined: { entry: 'IssueEntry' },
  IssueChanged: { entry: 'IssueEntry' },
  PropositionDefined: { entry: 'PropositionEntry' },
  PropositionChanged: { entry: 'PropositionEntry' },
  PartyDefined: { entry: 'PartyEntry' },
  PartyChanged: { entry: 'PartyEntry' },
  PersonDefined: { entry: 'PersonEntry' },
  PersonChanged: { entry: 'PersonEntry' },
  PlanDefined: { entry: 'PlanEntry' },
  PlanChanged: { entry: 'PlanEntry' },
  MeetingDefined: { entry: 'MeetingEntry' },
  MeetingChanged: { entry: 'MeetingEntry' },
  SourceDefined: { entry: 'SourceEntry', 'entry.published': 'ReportedDate' },
  SourceChanged: { entry: 'SourceEntry', 'entry.published': 'ReportedDate' },
  ReportCorrected: {
    published: 'ReportedDate',
    report: 'PositionStated',
    'report.occurred': 'ReportedDate',
    'report.source': 'SourceReference',
    'report.claim': 'Claim',
    'report.data': 'PositionData',
    'report.data.conditions.0': 'Condition',
    'report.data.until': 'ReportedDate',
  },
  ReportRetracted: { published: 'ReportedDate' },
  ReportReinstated: { published: 'ReportedDate' },
  SourceWithdrawn: { published: 'ReportedDate' },
  SourceReadmitted: { published: 'ReportedDate' },
  ReportsLinked: {},
  ReportsUnlinked: {},
};

/** Every type with each version in which it was ever stored. */
const VERSIONS = TYPES.flatMap((type) =>
  Array.from({ length: currentVersion(type) }, (_, index): [LogEventType, number] => [type, index + 1]),
);

it('every version of every type of event has a golden file, and there is nothing else', () => {
  expect(goldenFiles()).toEqual(VERSIONS.map(([type, version]) => `${type}.v${String(version)}.json`).sort());
});

/** What has no place beside another field of the same event. */
const LEFT_EMPTY = [
  'MeetingAnnounced data.change',
  'MeetingHeld data.change',
  'PositionStated data.plan',
  'ReportCorrected report.data.plan',
];

it('no field is left empty in a golden file, where it can be filled', () => {
  const empty = TYPES.flatMap((type) => emptyWithin(golden(type).data).map((path) => `${type} ${path}`));
  expect(empty.sort()).toEqual(LEFT_EMPTY);
});

describe.each(TYPES)('a stored %s', (type) => {
  const stored = golden(type);

  it('is the event of its file', () => {
    expect(stored).toMatchObject({ type, metadata: { version: currentVersion(type) } });
  });

  it('is read as an instance of its class, its parts as instances of theirs', () => {
    const { event, position, revision, metadata } = toLogEvent(asRecorded(stored));
    expect(event).toBeInstanceOf(EVENT_CLASSES[type]);
    expect(event.type).toBe(type);
    expect(classesWithin(event)).toEqual(PARTS[type]);
    expect({ position, revision, metadata }).toEqual({ position: 7n, revision: 2n, metadata: stored.metadata });
  });

  it('is stored again exactly as it was', () => {
    // Compared with the file itself: reading must not alter what it is given either.
    expect(toStoredData(toLogEvent(asRecorded(stored)).event)).toEqual(golden(type).data);
    expect(stored).toEqual(golden(type));
  });

  it('is read without classes as the same, field by field and in the same order', () => {
    const plain = toPlainLogEvent(asRecorded(stored));
    expect(plain).toEqual(toLogEvent(asRecorded(stored)));
    expect(JSON.stringify(plain.event)).toBe(JSON.stringify(toLogEvent(asRecorded(stored)).event));
    expect(classesWithin(plain.event)).toEqual({});
    expect(stored).toEqual(golden(type));
  });
});

/** The golden files of a type hold one content in each version. */
describe.each(VERSIONS.filter(([type, version]) => version < currentVersion(type)))('a %s stored in version %d', (type, version) => {
  const old = asRecorded(golden(type, version));
  const current = asRecorded(golden(type));

  it('says so', () => {
    expect(old.metadata.version).toBe(version);
  });

  it('is read as if it had been stored today, and is not altered', () => {
    expect(toLogEvent(old).event).toStrictEqual(toLogEvent(current).event);
    expect(toPlainLogEvent(old).event).toStrictEqual(toPlainLogEvent(current).event);
    expect(old).toEqual(asRecorded(golden(type, version)));
  });

  it('is told in its place and with its metadata as they stand in the log', () => {
    const { event: _, ...place } = toLogEvent(old);
    expect(place).toEqual({ position: 7n, revision: 2n, metadata: old.metadata });
  });
});

describe.each(REPORT_TYPES)('a correction to a %s', (type) => {
  const correction = (): Golden => {
    const { data, ...rest } = golden('ReportCorrected');
    return { ...rest, data: { ...data, report: { type, ...golden(type).data } } };
  };

  it('holds an instance of the class of its content, and is stored again as it was', () => {
    const { event } = toLogEvent(asRecorded(correction()));
    if (event.type !== 'ReportCorrected') throw new Error(event.type);
    expect(event.report).toBeInstanceOf(REPORT_CLASSES[type]);
    expect(classesWithin(event.report)).toEqual(PARTS[type]);
    expect(toStoredData(event)).toEqual(correction().data);
  });
});
