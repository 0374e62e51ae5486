/** A request of which the document shows what is sent and answered. */
export interface ExampleRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or the text of lines. */
  readonly body?: unknown;
  /** Media type of the body. */
  readonly type?: string;
  /** Whether it is asked again until it lists as much as is shown. */
  readonly isWaitedFor?: boolean;
}

/** Stands for where the changes are posted to, and for the webhook that was registered last. */
export const RECEIVER = 'https://desk.example.org/changes';
export const WEBHOOK = '00000000-0000-7000-8000-000000000000';

const N = '/v1/negotiations/ukraine-peace';
const A = '/v1/admin/negotiations/ukraine-peace';
const PATCH = 'application/merge-patch+json';
const FIRST = { 'if-match': '"0"' };

const get = (url: string, accept?: string): ExampleRequest => ({ method: 'GET', url, ...(accept && { headers: { accept } }) });
const send = (method: string, url: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): ExampleRequest => ({
  method,
  url,
  headers,
  ...(body !== undefined && { body, type: 'application/json' }),
});
/** What is recorded, and what is answered where it comes again. */
const twice = (request: ExampleRequest): ExampleRequest[] => [request, request];
const patched = (url: string, body: object, headers: Readonly<Record<string, string>> = {}): ExampleRequest[] =>
  [PATCH, 'application/json'].map((type) => ({ method: 'PATCH', url, headers, body, type }));

const TABLES = ['issues', 'stances', 'plans', 'meetings', 'reports', 'parties', 'persons', 'sources', 'propositions'];

const READS = [
  ...['/health/live', '/health/ready', '/version', '/metrics', '/v1/admin/projections'].map((url) => get(url)),
  ...[
    `/v1/negotiations?limit=2`,
    ...TABLES.map((one) => `${N}/${one}?limit=2`),
    `${N}/matrix?issue=territory`,
    `${N}/changes?limit=2`,
    `${N}/search?q=troops`,
  ].flatMap((url) => [get(url), get(url, 'text/csv')]),
  get(N),
  ...[
    'issues/territory',
    'plans/20-point-plan',
    'meetings/paris-2026-01-06',
    'reports/merz-rules-nothing-out',
    'reports/merz-rules-nothing-out/history',
    'parties/germany',
    'persons/friedrich-merz',
    'sources/article-002',
    'propositions/us-troops-in-ukraine',
    'activity?from=2026-01-01&to=2026-01-07',
    'replay?issue=territory&from=2026-01-01&to=2026-01-31',
    'export',
  ].map((path) => get(`${N}/${path}`)),
  get(`${N}/replay?issue=territory&from=2026-01-01&to=2026-01-31`, 'text/event-stream'),
  get(A),
  get(`${A}/history`),
  get(`${A}/reports/merz-rules-nothing-out`),
  get(`${A}/issues/territory`),
  get(`${A}/issues/territory/history`),
];

const RUBIO = {
  id: 'rubio-promises-troops',
  type: 'PositionStated',
  occurred: { edtf: '2026-02-10', phrase: 'on Tuesday', basis: 'relative' },
  source: { id: 'wire', locator: 'line 3', quote: 'We will be there.' },
  claim: { by: ['marco-rubio'], form: 'direct-quote' },
  summary: 'Rubio says that US troops will stand in Ukraine.',
  data: { party: 'united-states', speaker: 'marco-rubio', proposition: 'us-troops-in-ukraine', modality: 'supports', conditions: [] },
};
const UMBRELLA = { ...RUBIO, id: 'rubio-repeats-it', summary: 'Rubio repeats that US troops will stand in Ukraine.' };
const removal = (note: string): object => ({ reason: 'source', published: '2026-02-15', note });

const ENTRIES = [
  send('PUT', '/v1/admin/negotiations/black-sea', { title: 'Safe shipping in the Black Sea', opened: '2026-02-01' }),
  send('PUT', `${A}/issues/prisoners`, { title: 'Exchange of prisoners', names: { de: 'Gefangenenaustausch' } }),
  send('PUT', `${A}/propositions/all-for-all`, { issue: 'prisoners', text: 'All prisoners are exchanged for all.' }),
  send('PUT', `${A}/parties/switzerland`, { name: 'Switzerland', kind: 'state', aliases: ['the Swiss'] }),
  send('PUT', `${A}/persons/ignazio-cassis`, { name: 'Ignazio Cassis', party: 'switzerland', role: 'foreign minister' }),
  send('PUT', `${A}/plans/prisoners-plan`, { title: 'Plan on prisoners', aliases: ['the Istanbul plan'] }),
  send('PUT', `${A}/meetings/istanbul-2026-02-20`, { title: 'Talks in Istanbul' }),
  send('PUT', `${A}/sources/wire`, { published: '2026-02-12', publisher: 'Wire', headline: 'US will be there', language: 'en' }),
].flatMap(twice);

const WRITES = [
  ...patched('/v1/admin/negotiations/black-sea', { staleAfterDays: 60 }),
  ...patched(`${A}/issues/prisoners`, { description: 'Prisoners of war, and civilians.' }),
  ...twice(send('POST', `${A}/reports`, RUBIO)),
  send('POST', `${A}/reports`, UMBRELLA),
  ...patched(`${A}/reports/${UMBRELLA.id}`, { reason: 'coding', note: 'He accepts it.', report: { data: { modality: 'accepts' } } }, FIRST),
  ...twice(
    send(
      'POST',
      `${A}/reports/${RUBIO.id}/corrections`,
      {
        ...removal('The paper corrects the day.'),
        report: { ...RUBIO, id: undefined, occurred: '2026-02-09' },
      },
      FIRST,
    ),
  ),
  ...twice(send('POST', `${A}/reports/${RUBIO.id}/retraction`, removal('He was not there.'), { 'if-match': '"1"' })),
  ...twice(send('POST', `${A}/reports/${RUBIO.id}/reinstatement`, removal('He was there after all.'), { 'if-match': '"2"' })),
  ...twice(send('POST', `${A}/sources/wire/withdrawal`, removal('The paper takes it back.'), FIRST)),
  ...twice(send('POST', `${A}/sources/wire/readmission`, removal('It stands by it after all.'), { 'if-match': '"1"' })),
  ...twice(send('POST', `${A}/reports/${UMBRELLA.id}/links`, { kind: 'corroborates', to: RUBIO.id })),
  send('DELETE', `${A}/reports/${UMBRELLA.id}/links/corroborates/${RUBIO.id}`),
];

const ARTICLE = [
  { entry: 'source', id: 'radio', published: '2026-02-18', publisher: 'Radio' },
  {
    entry: 'report',
    id: 'attack-on-port',
    type: 'ContextReported',
    source: { id: 'radio' },
    summary: 'A port is hit.',
    data: { kind: 'attack' },
  },
];

const IMPORTS = [
  send('POST', `${A}/import`, ARTICLE),
  { ...send('POST', `${A}/import`, ARTICLE.map((line) => `${JSON.stringify(line)}\n`).join('')), type: 'application/x-ndjson' },
];

const TRUCE = {
  id: 'ukraine-takes-them-for-a-week',
  type: 'PositionStated',
  source: { id: 'article-002' },
  summary: 'Ukraine takes German soldiers for a week.',
  data: { party: 'ukraine', proposition: 'german-troops-in-ukraine', modality: 'accepts', until: '2026-01-14' },
};

const EXPIRED = [
  send('POST', `${A}/reports`, TRUCE),
  ...[undefined, 'text/csv'].map((accept) => get(`${N}/stances/expired?proposition=german-troops-in-ukraine`, accept)),
];

const KEYS = [
  send('POST', '/v1/admin/keys', { name: 'desk', role: 'editor', negotiations: ['ukraine-peace'] }),
  get('/v1/admin/keys'),
  get('/v1/admin/keys/desk'),
  send('POST', '/v1/admin/keys/desk/rotation', { overlapHours: 24 }),
  send('DELETE', '/v1/admin/keys/desk'),
];

const WEBHOOKS = [
  get(`${A}/webhooks`),
  get(`${A}/webhooks/${WEBHOOK}`),
  { ...get(`${A}/webhooks/${WEBHOOK}/deliveries`), isWaitedFor: true },
  send('POST', `${A}/webhooks/${WEBHOOK}/secret`, { overlapHours: 24 }),
  send('DELETE', `${A}/webhooks/${WEBHOOK}`),
];

/** Of all routes, each in its turn: it finds what the ones before it recorded. */
export const EXAMPLE_REQUESTS: readonly ExampleRequest[] = [
  ...READS,
  ...ENTRIES,
  send('POST', `${A}/webhooks`, { url: RECEIVER, kinds: ['stances'] }),
  ...WRITES,
  ...WEBHOOKS,
  ...IMPORTS,
  ...EXPIRED,
  ...KEYS,
  send('POST', '/v1/admin/projections/parked/retry'),
  send('POST', '/v1/admin/projections/rebuild'),
];

/** What no request brings about on a service that works. */
export const EXAMPLES_BY_HAND = {
  retryParked: { '202': { 'application/json': { status: 'rebuilding', parked: 3, tried: 3, promising: 3 } } },
} as const;
