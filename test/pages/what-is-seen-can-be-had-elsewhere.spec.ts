import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { aBrowser } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const N = '/n/ukraine-peace';
const FORCE = `${N}/issues/peacekeeping-force`;
const textOf = async (path: string, type: RegExp): Promise<string> =>
  (await service.http.get(path).set({ 'accept-language': 'en' }).buffer(true).parse(utf8).expect(200).expect('content-type', type)).text;

function utf8(response: NodeJS.ReadableStream & { text?: string }, done: (error: Error | null, text: string) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    response.text = Buffer.concat(chunks).toString('utf8');
    done(null, response.text);
  });
}

describe('the calendar of meetings', () => {
  const events = async (path = `${N}/meetings.ics`): Promise<InstanceType<typeof ICAL.Event>[]> => {
    const calendar = new ICAL.Component(ICAL.parse(await textOf(path, /^text\/calendar/)) as never);
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };
  const status = (event: InstanceType<typeof ICAL.Event> | undefined): unknown => event?.component.getFirstPropertyValue('status');

  it('has each meeting of which a day is known, as days', async () => {
    const { body } = await service.read('/ukraine-peace/meetings?limit=500').expect(200);
    const all = await events();
    expect(all.length).toBe(body.items.filter(({ when }) => when !== null).length);
    for (const event of all) expect([event.startDate.isDate, event.endDate.isDate]).toEqual([true, true]);
  });

  it('says of a day that passed in silence that it is tentative, and in words', async () => {
    const advisers = (await events(`${N}/meetings.ics?on=2026-01-31`)).find(({ uid }) => uid.startsWith('advisers-2026-01-03.'));
    expect(status(advisers)).toBe('TENTATIVE');
    expect(advisers?.summary).toContain('its day passed, nothing reported');
    expect(advisers?.startDate.toString()).toBe('2026-01-03');
    expect(advisers?.endDate.toString()).toBe('2026-01-04');
  });

  it('keeps the UID of a meeting that is moved, raises its sequence, and keeps what is cancelled', async () => {
    await service.put('/ukraine-peace/meetings/summit', { title: 'A summit' }).expect(201);
    const meeting = { meeting: 'summit', source: { id: 'article-004' } };
    const summit = async () => (await events()).find(({ uid }) => uid.startsWith('summit.'));
    const announced = {
      id: 's-1',
      type: 'MeetingAnnounced',
      summary: 'Announced.',
      ...meeting,
      data: { scheduledFor: '2026-04-10/2026-04-12' },
    };
    await service.post('/ukraine-peace/reports', announced).expect(201);
    const first = await summit();
    expect([first?.startDate.toString(), first?.endDate.toString()]).toEqual(['2026-04-10', '2026-04-13']);
    const moved = {
      id: 's-2',
      type: 'MeetingRevised',
      summary: 'Moved.',
      ...meeting,
      data: { change: 'moved', scheduledFor: '2026-05-02' },
    };
    await service.post('/ukraine-peace/reports', moved).expect(201);
    const second = await summit();
    expect([second?.uid, second?.startDate.toString()]).toEqual([first?.uid, '2026-05-02']);
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    const off = { id: 's-3', type: 'MeetingRevised', summary: 'Off.', ...meeting, data: { change: 'cancelled' } };
    await service.post('/ukraine-peace/reports', off).expect(201);
    const third = await summit();
    expect([third?.uid, status(third)]).toEqual([first?.uid, 'CANCELLED']);
    expect(third?.sequence).toBeGreaterThan(second?.sequence ?? 0);
  });
});

/** A text of a feed, with or without its kind. */
function said(text: unknown): string {
  return typeof text === 'string' ? text : String((text as { value?: unknown } | undefined)?.value);
}

describe('the feed of changes', () => {
  const feed = async (query: string) => parseAtomFeed(await textOf(`${N}/changes.atom${query}`, /^application\/atom\+xml/));

  it('tells what changed and why, an entry a step, known by its position', async () => {
    const data = { party: 'germany', proposition: 'german-troops-in-ukraine', modality: 'demands' };
    const report = { id: 'told', type: 'PositionStated', source: { id: 'article-004' }, summary: 'Germany asks <for> it.', data };
    const { body } = await service.post('/ukraine-peace/reports', report).expect(201);
    const { entries = [], title } = await feed('');
    expect(said(title)).toContain('What changed');
    const [entry] = entries;
    expect(entry?.id).toBe(`urn:negotiation:ukraine-peace:${body.position}`);
    // It says that it is HTML.
    expect(said(entry?.title)).toBe('Germany asks &lt;for> it.');
    expect(said(entry?.content)).toContain('demands');
    expect(new Date(entry?.updated ?? 0).toISOString()).toBe(new Date(body.recordedAt as string).toISOString());
    const { href = '' } = entry?.links?.[0] ?? {};
    const page = await browser.page();
    await page.goto(href);
    expect(await page.locator('#main').innerText()).toContain('Germany asks <for> it.');
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('is given for an issue and for a party alone', async () => {
    const ofIssue = (await feed('?issue=territory')).entries ?? [];
    expect(ofIssue.length).toBeGreaterThan(2);
    expect(ofIssue.map(({ id }) => id)).not.toContain(((await feed('')).entries ?? [])[0]?.id);
    const ofParty = (await feed('?party=germany')).entries ?? [];
    expect(ofParty.length).toBeGreaterThan(2);
    for (const { content } of ofParty) expect(said(content)).toContain('Germany on');
  });
});

describe('the picture of a matrix', () => {
  it('is a drawing with a title, a description and each word of the table', async () => {
    const svg = await textOf(`${FORCE}/matrix.svg?on=2026-01-07&lang=en`, /^image\/svg\+xml/);
    const page = await browser.page();
    await page.goto('about:blank');
    const read = await page.evaluate<{ title: string; desc: string; text: string; broken: boolean }>(
      `((text) => {
        const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          title: drawing.querySelector('title').textContent,
          desc: drawing.querySelector('desc').textContent,
          text: drawing.documentElement.textContent,
          broken: drawing.querySelector('parsererror') !== null,
        };
      })(${JSON.stringify(svg)})`,
    );
    expect(read.broken).toBe(false);
    expect(read.title).toBe('European force in Ukraine: state of 7 January 2026');
    expect(read.desc).toContain('Bars to the right');
    expect(read.text.match(/undecided/g)).toHaveLength(1);
    const { body } = await service.read('/ukraine-peace/issues/peacekeeping-force?on=2026-01-07').expect(200);
    expect(svg.match(/font-weight="600" fill=/g)).toHaveLength(body.stances.length);
  });

  it('is made a PNG by the browser, and is not blank', async () => {
    const page = await browser.page();
    await page.goto(`${service.url}${FORCE}?on=2026-01-07`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PNG' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const png = Buffer.concat(chunks);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const colours = await page.evaluate<number>(
      `(async () => {
        const image = new Image();
        image.src = 'data:image/png;base64,${png.toString('base64')}';
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return new Set(new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
      })()`,
    );
    expect(colours).toBeGreaterThan(20);
  });
});

describe('an embedded matrix', () => {
  it('may be framed by anybody, has no script, and its links open the whole page', async () => {
    const { text, headers } = await service.http.get('/embed/ukraine-peace/issues/peacekeeping-force?on=2026-01-07').expect(200);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(text).not.toContain('<script');
    const html = `<iframe src="${service.url}/embed/ukraine-peace/issues/peacekeeping-force?on=2026-01-07" width="1000" height="600"></iframe>`;
    const others = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html)).listen(0, '127.0.0.1');
    await once(others, 'listening');
    const page = await browser.page();
    await page.goto(`http://127.0.0.1:${String((others.address() as AddressInfo).port)}/`);
    const cell = page.frameLocator('iframe').locator('[id="cell-germany.german-troops-in-ukraine"]');
    expect(await cell.innerText()).toContain('undecided');
    const [opened] = await Promise.all([page.context().waitForEvent('page'), cell.click()]);
    await opened.waitForURL((url) => url.pathname === FORCE && url.searchParams.get('cell') === 'germany.german-troops-in-ukraine');
    others.close();
  });
});
