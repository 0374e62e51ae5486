import fastify from 'fastify';
import { addGate } from '../../src/access/gate.js';
import { type Rule, ROUTE_RULES, ruleOf } from '../../src/access/route-rules.js';
import { ROLES, type Role } from '../../src/http/caller.js';
import { bearer, madeKey } from '../support/credentials.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

type Method = 'get' | 'put' | 'post' | 'delete';

interface Route {
  readonly method: Method;
  /** As OpenAPI writes it. */
  readonly path: string;
}

const ID_OF: Readonly<Record<string, string>> = { n: 'talks', i: 'territory', p: 'plan-28', m: 'geneva', r: 'attack', s: 'times' };
const REFUSED = [401, 403];

let open: TestService;
let closed: TestService;
let routes: Route[] = [];
const keys = new Map<TestService, Map<Role, string>>();

beforeAll(async () => {
  [open, closed] = [await startTestService(), await startTestService({ readAccess: 'key', postersShownTo: 'editors' })];
  for (const service of [open, closed]) {
    const made = new Map<Role, string>();
    for (const role of ROLES) made.set(role, await madeKey(service, { name: `a-${role}`, role }));
    keys.set(service, made);
    await aNegotiation(service);
    await service.post('/talks/reports', REPORTS.ContextReported).expect(201);
  }
  const { body } = await open.http.get('/openapi.json').expect(200);
  routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({ method: method as Method, path })),
  );
});
afterAll(async () => {
  await Promise.all([open.stop(), closed.stop()]);
});

/** A path that is there, so that whom it serves is the only question. Nothing is changed: bodies are left out. */
function concrete(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ID_OF[name] ?? 'none');
}

function rule({ method, path }: Route): Rule | undefined {
  return ruleOf(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'));
}

/** Who may pass: `nobody` is one without credentials. */
function mayPass(needed: Rule, role: Role | 'nobody', readAccess: 'public' | 'key'): boolean {
  if (needed === 'everybody' || (needed === 'reader' && readAccess === 'public')) return true;
  if (needed === 'watcher') return role !== 'nobody';
  return role !== 'nobody' && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

async function answers(service: TestService, headers: Record<string, string>): Promise<{ route: Route; status: number }[]> {
  const told = [];
  for (const route of routes) {
    // A request that passes must change nothing for the next one.
    const header = { ...headers, 'if-match': 'none', 'content-type': 'application/json' };
    const path = route.path.endsWith('/rebuild') ? `${concrete(route.path)}?stop` : concrete(route.path);
    const answer = await service.http[route.method](path).set(header);
    told.push({ route, status: answer.status });
  }
  return told;
}

it('every route of the documentation has a rule, and the table has no other but pages', () => {
  expect(routes.filter((route) => rule(route) === undefined)).toEqual([]);
  const shape = (text: string): string => text.replaceAll(/[:{]\w+\}?/g, ':');
  const documented = new Set(routes.map(({ method, path }) => shape(`${method.toUpperCase()} ${path}`)));
  const others = [...ROUTE_RULES.keys()].filter((route) => !documented.has(shape(route)));
  for (const other of others) expect(other).toMatch(/^GET \/(about$|assets\/|docs$|openapi.json$|$)/);
});

it('a route that the table does not have cannot be served', () => {
  const app = fastify();
  addGate(app, { readAccess: 'public', postersShownTo: 'all', metricsAccess: 'key' });
  const serve = (path: string) => () => app.get(path, () => 'a secret');
  expect(serve('/v1/admin/secrets')).toThrow('ROUTE_RULES says not who may GET /v1/admin/secrets');
  expect(serve('/health/live')).not.toThrow();
});

describe.each(['public', 'key'] as const)('where READ_ACCESS is %s', (readAccess) => {
  const service = (): TestService => (readAccess === 'public' ? open : closed);

  it.each(ROLES)('a key of the role %s passes where its role is enough, and nowhere else', async (role) => {
    const key = keys.get(service())?.get(role) ?? '';
    for (const { route, status } of await answers(service(), bearer(key))) {
      const passes = mayPass(rule(route) ?? 'admin', role, readAccess);
      expect({ ...route, status: status === 403 ? 'forbidden' : 'passes' }).toEqual({ ...route, status: passes ? 'passes' : 'forbidden' });
      expect(status).not.toBe(401);
      expect(status).toBeLessThan(500);
    }
  });

  it.each([
    ['no credentials', {}],
    ['a wrong key', bearer('wrong')],
    ['a key of the right form', bearer(`nt_000000000000_${'x'.repeat(43)}`)],
    ['a token of nobody', bearer('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJhZG1pbiJ9.')],
    ['an empty header', { authorization: '' }],
    ['another scheme', { authorization: `Digest ${KEY}` }],
    ['a key without a scheme', { authorization: KEY }],
  ])('%s passes only where everybody does', async (_, headers) => {
    for (const { route, status } of await answers(service(), headers)) {
      const passes = mayPass(rule(route) ?? 'admin', 'nobody', readAccess);
      expect({ ...route, refused: REFUSED.includes(status) }).toEqual({ ...route, refused: !passes });
      if (!passes) expect(status).toBe(401);
    }
  });
});
