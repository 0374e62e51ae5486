import { METHODS, type PathByExample, pathsByExample } from '../support/openapi/paths-by-example.js';
import { KEY, startTestService, type TestService } from '../support/service.js';

/** Only what is under it has a say in the form of its answer. */
const API = '/v1/';

let service: TestService;
let paths: PathByExample[];
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
  paths = pathsByExample(service.document());
  expect(paths.length).toBeGreaterThan(50);
});
afterAll(() => service.stop());

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | null>>;
  readonly text: string;
}

const SHOWN = ['allow', 'content-type', 'etag', 'content-location', 'cache-control'];

async function ask(method: string, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const answer = await fetch(`${service.url}${url}`, { method, headers: { authorization: `Bearer ${KEY}`, ...headers } });
  const { status } = answer;
  return { status, headers: Object.fromEntries(SHOWN.map((name) => [name, answer.headers.get(name)])), text: await answer.text() };
}

async function each(some: (path: PathByExample) => boolean, check: (path: PathByExample) => Promise<void>): Promise<void> {
  const chosen = paths.filter(some);
  expect(chosen.length).toBeGreaterThan(5);
  for (const one of chosen) await check(one);
}

const hasGet = ({ methods }: PathByExample): boolean => methods.includes('GET');
const withSlash = (url: string): string => url.replace(/(?=\?|$)/, '/');
/** What a process counts goes on meanwhile. */
const isStill = ({ path }: PathByExample): boolean => path !== '/metrics';

it('a slash at its end says nothing', async () => {
  await each(
    (one) => hasGet(one) && isStill(one),
    async ({ url }) => {
      expect({ url, ...(await ask('GET', withSlash(url))) }).toEqual({ url, ...(await ask('GET', url)) });
    },
  );
  await each(
    ({ methods }) => methods.some((method) => method !== 'GET'),
    async ({ url, methods }) => {
      for (const method of methods.filter((one) => one !== 'GET')) {
        const { status } = await ask(method, withSlash(url), { authorization: 'none' });
        expect({ url, method, status }).toEqual({ url, method, status: 401 });
      }
    },
  );
});

it('HEAD answers as GET does, without the body', async () => {
  await each(hasGet, async ({ url }) => {
    const { status, headers } = await ask('GET', url);
    expect({ url, ...(await ask('HEAD', url)) }).toEqual({ url, status, headers, text: '' });
  });
});

it('OPTIONS tells what it takes', async () => {
  await each(
    () => true,
    async ({ url, methods }) => {
      const allow = [...methods, 'OPTIONS', ...(methods.includes('GET') ? ['HEAD'] : [])].toSorted().join(', ');
      expect({ url, ...(await ask('OPTIONS', url)) }).toMatchObject({ url, status: 204, headers: { allow }, text: '' });
    },
  );
});

it('a method that it does not take is 405, and told which it takes', async () => {
  await each(
    () => true,
    async ({ url, methods }) => {
      for (const method of METHODS.filter((one) => !methods.includes(one))) {
        const { status, headers, text } = await ask(method, url);
        expect({ url, method, status, code: (JSON.parse(text) as { code: string }).code }).toEqual({
          url,
          method,
          status: 405,
          code: 'method-not-allowed',
        });
        expect(headers.allow?.split(', ')).toEqual(expect.arrayContaining([...methods]));
      }
    },
  );
});

it('a form in which it is not answered is 406, asked by GET or HEAD', async () => {
  await each(
    (one) => hasGet(one) && one.path.startsWith(API),
    async ({ url }) => {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await ask(method, url, { accept: 'image/png' });
        expect({ url, method, status }).toEqual({ url, method, status: 406 });
      }
    },
  );
});
