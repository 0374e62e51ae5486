import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const ODD = 'Odd\u0007\ufffe <b>]]>&amp; "x"; y, \\n\r\nBEGIN:VEVENT';
/** What XML 1.0 can hold. */
const XML = /^[\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]*$/u;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await service.put('/talks', { title: ODD, principals: ['russia', 'ukraine'] }).expect(200);
  await service.put('/talks/issues/territory', { title: ODD }).expect(200);
  await service.put('/talks/propositions/cede-donbas', { issue: 'territory', text: ODD }).expect(200);
  await service.put('/talks/parties/russia', { name: ODD, kind: 'state' }).expect(200);
  await service.put('/talks/meetings/geneva', { title: ODD }).expect(200);
  await service.post('/talks/reports', { ...REPORTS.PositionStated, summary: ODD }).expect(201);
  await service.post('/talks/reports', { ...REPORTS.MeetingAnnounced, summary: ODD }).expect(201);
});
afterAll(() => service.stop());

const textOf = async (path: string): Promise<string> => (await fetch(`${service.url}/n/talks/${path}`)).text();

it('the feed of changes', async () => {
  const text = await textOf('changes.atom');
  expect(text).toMatch(XML);
  const { entries = [] } = parseAtomFeed(text);
  expect(JSON.stringify(entries)).toContain(']]>&amp;amp;');
});

it('the drawing of a matrix', async () => {
  expect(await textOf('issues/territory/matrix.svg')).toMatch(XML);
});

it('the calendar of meetings', async () => {
  const text = await textOf('meetings.ics');
  expect(text).not.toContain('\u0007');
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  expect(text).toContain('NAME:Odd <b>]]>&amp\\; "x"\\; y\\, \\\\n\\nBEGIN:VEVENT: Meetings\r\n');
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
});

it('the calendar of a meeting on the last day that can be written', async () => {
  for (const [i, scheduledFor] of ['9999-12-31', '9999', '9999-12-30'].entries()) {
    const id = `far-${String(i)}`;
    await service.put(`/talks/meetings/${id}`, { title: id }).expect(201);
    await service.post('/talks/reports', { ...REPORTS.MeetingAnnounced, id, meeting: id, data: { scheduledFor } }).expect(201);
  }
  const dates = (await textOf('meetings.ics')).match(/^DT(START|END);VALUE=DATE:9.*$/gm)?.map((line) => line.trim());
  expect(dates).toEqual([
    'DTSTART;VALUE=DATE:99991231',
    'DTSTART;VALUE=DATE:99990101',
    'DTSTART;VALUE=DATE:99991230',
    'DTEND;VALUE=DATE:99991231',
  ]);
  expect(await textOf('meetings.ics')).not.toMatch(/DATE:\d{9}/);
});
