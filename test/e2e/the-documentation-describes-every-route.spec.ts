import { startTestService, type TestService } from '../support/service.js';

/** What is looked at here of a document whose form is that of the standard. */
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

let document: OpenApi;
let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  document = (await service.http.get('/openapi.json').expect(200).expect('content-type', /json/)).body as unknown as OpenApi;
});
afterAll(() => service.stop());

const A = '/v1/admin/negotiations/{}';
const Q = '/v1/negotiations/{}';
const FOLDERS = ['issues', 'propositions', 'parties', 'persons', 'plans', 'meetings', 'sources'];
const ROUTES = [
  'get /health/live',
  'get /health/ready',
  'get /version',
  'get /metrics',
  'post /v1/admin/projections/rebuild',
  'post /v1/admin/projections/parked/retry',
  'get /v1/admin/projections',
  'get /v1/admin/keys',
  'post /v1/admin/keys',
  'get /v1/admin/keys/{}',
  'delete /v1/admin/keys/{}',
  'post /v1/admin/keys/{}/rotation',
  `put ${A}`,
  `get ${A}`,
  `get ${A}/history`,
  `get ${A}/{}/{}`,
  `get ${A}/{}/{}/history`,
  ...FOLDERS.map((folder) => `put ${A}/${folder}/{}`),
  `patch ${A}`,
  `patch ${A}/{}/{}`,
  `post ${A}/reports`,
  `get ${A}/reports/{}`,
  `patch ${A}/reports/{}`,
  `post ${A}/reports/{}/corrections`,
  `post ${A}/reports/{}/retraction`,
  `post ${A}/reports/{}/reinstatement`,
  `post ${A}/sources/{}/withdrawal`,
  `post ${A}/sources/{}/readmission`,
  `post ${A}/reports/{}/links`,
  `delete ${A}/reports/{}/links/{}/{}`,
  `post ${A}/import`,
  `get ${A}/webhooks`,
  `post ${A}/webhooks`,
  `get ${A}/webhooks/{}`,
  `delete ${A}/webhooks/{}`,
  `get ${A}/webhooks/{}/deliveries`,
  `post ${A}/webhooks/{}/secret`,
  'get /v1/negotiations',
  `get ${Q}`,
  ...['issues', 'plans', 'meetings', 'reports', 'parties', 'persons', 'sources', 'propositions'].flatMap((one) => [
    `get ${Q}/${one}`,
    `get ${Q}/${one}/{}`,
  ]),
  ...['search', 'matrix', 'stances', 'stances/expired', 'reports/{}/history', 'changes', 'activity', 'replay', 'export'].map(
    (one) => `get ${Q}/${one}`,
  ),
];

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: object }>> };
  readonly responses: object;
  readonly security?: readonly object[];
  readonly summary?: string;
}

interface Schema {
  readonly discriminator?: object;
  readonly oneOf?: readonly { readonly $ref: string }[];
  readonly anyOf?: readonly { readonly $ref: string }[];
  readonly required?: readonly string[];
}

function operations(): Map<string, Operation> {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`, operation] as const),
  );
  return new Map(all);
}

it('is OpenAPI 3.1', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Negotiation tracker', version: '1' } });
  expect(document.components.securitySchemes?.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
});

it('has every route of the contract and no other one', () => {
  expect([...operations().keys()].toSorted()).toEqual(ROUTES.toSorted());
});

it.each(ROUTES)('%s tells what it does and what it takes', (route) => {
  const operation = operations().get(route);
  expect(operation?.summary).toMatch(/\w/);
  expect(Object.keys(operation?.responses ?? {}).length).toBeGreaterThan(0);
  const inPath = operation?.parameters?.filter((one) => one.in === 'path') ?? [];
  expect(inPath.length).toBe(route.split('{}').length - 1);
  expect(inPath.every(({ required }) => required === true)).toBe(true);
  if (route.includes('/admin/')) expect(operation?.security).toEqual([{ bearer: [] }]);
  if (/^put|\/(reports|corrections|retraction|reinstatement|withdrawal|readmission|links)$/.test(route) && !route.startsWith('get')) {
    expect(operation?.requestBody?.content['application/json']?.schema).toBeDefined();
  }
});

const AXES = ['asOf', 'knownBy', 'on', 'recordedBy', 'certainty'];
it.each([
  ['', ['limit', 'cursor']],
  ['/{}', []],
  ['/{}/issues', ['limit', 'cursor', 'stale']],
  ['/{}/issues/{}', ['without', 'voice']],
  ['/{}/matrix', ['issue', 'without', 'voice']],
  ['/{}/stances', ['limit', 'cursor', 'party', 'issue', 'proposition', 'plan', 'movement', 'contested', 'without', 'voice']],
  ['/{}/meetings', ['limit', 'cursor', 'status', 'person', 'party', 'from', 'to']],
  [
    '/{}/reports',
    ['limit', 'cursor', 'axis', 'from', 'to', 'type', 'party', 'person', 'issue', 'proposition', 'meeting', 'plan', 'source', 'q'],
  ],
  ['/{}/parties', ['limit', 'cursor', 'visible']],
  ['/{}/changes', ['axis', 'from', 'to', 'issue', 'party', 'limit', 'cursor']],
  ['/{}/activity', ['axis', 'from', 'to', 'issue', 'per', 'groups', 'changes']],
  ['/{}/replay', ['axis', 'from', 'to', 'issue']],
])('get /v1/negotiations%s has its query parameters', (path, own) => {
  const { parameters = [] } = operations().get(`get /v1/negotiations${path}`) ?? {};
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  expect(names.toSorted()).toEqual([...AXES, ...own].toSorted());
});

it('no reference leads nowhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
  expect(references.length).toBeGreaterThan(10);
  for (const reference of new Set(references)) {
    const [, kind = '', name = ''] = /^#\/components\/(schemas|responses|headers|examples)\/([\w.-]+)$/.exec(reference) ?? [];
    expect(Object.keys(document.components[kind] ?? {})).toContain(name);
  }
});

it('a report has a schema for each type, told apart by type', () => {
  const Report = document.components.schemas?.Report;
  expect(Report?.discriminator).toMatchObject({ propertyName: 'type' });
  const schemas = Report?.oneOf ?? Report?.anyOf ?? [];
  expect(schemas.map(({ $ref }) => $ref.split('/').at(-1)).toSorted()).toEqual([
    'AgreementSigned',
    'AssessmentMade',
    'ContextReported',
    'MeetingAnnounced',
    'MeetingHeld',
    'MeetingRevised',
    'PlanRevised',
    'PlanTabled',
    'PositionStated',
    'RoleChanged',
  ]);
  for (const { $ref } of schemas) {
    const schema = document.components.schemas?.[$ref.split('/').at(-1) ?? ''];
    expect(schema?.required).toEqual(expect.arrayContaining(['type', 'source', 'summary', 'data']));
  }
});

it('what hides a report is told where reports are posted', () => {
  const { responses } = operations().get(`post ${A}/reports`) ?? {};
  for (const status of ['200', '201']) {
    expect(responses).toHaveProperty([status, 'content', 'application/json', 'schema', '$ref'], '#/components/schemas/Written');
  }
  expect(document.components.schemas?.Written).toHaveProperty(['properties', 'hiddenBy', 'description']);
});

it('is shown to people too', async () => {
  const { text } = await service.http.get('/docs').expect(200).expect('content-type', /html/);
  expect(text).toContain('swagger-ui');
});

it('health tells that the service lives and is ready', async () => {
  expect((await service.http.get('/health/live').expect(200)).body).toMatchObject({ status: 'live' });
  expect((await service.http.get('/health/ready').expect(200)).body).toMatchObject({ status: 'ready' });
});
