import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { SETTINGS } from '../../src/config.js';
import { LIMIT_SETTINGS } from '../../src/limit-settings.js';
import { workplace } from '../support/process-folders.js';

const place = workplace();

/** How a start ends that cannot succeed, and the one line it prints. */
async function failure(settings: Readonly<Record<string, string>>): Promise<string> {
  const program = await place.launch(settings);
  const { code } = await program.ended;
  expect({ code, stdout: program.stdout }).toEqual({ code: 1, stdout: '' });
  expect(program.stderr).toMatch(/^Cannot start: [^\n]+\n$/);
  return program.stderr;
}

describe('a bad setting', () => {
  const BAD: readonly (readonly [setting: string, value: string])[] = [
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['HOST', '300.0.0.1'],
    ['DATA_DIR', '/dev/null/x'],
    ['DATA_DIR', '/proc/nowhere/x'],
    ['EVENT_STORE_URL', 'http://127.0.0.1:2113'],
    ['EVENT_STORE_URL', 'esdb://'],
    ['EVENT_STORE_URL', 'esdb://admin:%zz@127.0.0.1:2113'],
    ['EVENT_STORE_URL', 'esdb://127.0.0.1:65536?tls=false'],
    ['EVENT_STORE_URL', 'esdb://127.0.0.1:2113,:2113?tls=false'],
    ['EVENT_STORE_URL', 'esdb://127.0.0.1:2113?tlsCAFile=/nowhere/ca.crt'],
    ['ADMIN_API_KEY', 'two words'],
    ['ADMIN_API_KEY', 'desk='],
    ['READ_ACCESS', 'nobody'],
    ['POSTED_BY', 'nobody'],
    ['OIDC_ISSUER', 'http://issuer.example'],
    ['OIDC_ISSUER', 'https://issuer.example:99999'],
    ['OIDC_ISSUER', 'https://somebody@issuer.example'],
    ['QUERY_THREADS', '3'],
    ['OIDC_AUDIENCE', 'an audience without an issuer'],
    ['OIDC_ROLE_CLAIM', 'two words'],
    ['LOAD_SEEDS', 'yes'],
    ['BACKUP_DIR', '/dev/null/x'],
    ['BACKUP_HOURS', '0'],
    ['BACKUP_KEEP', 'all'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'of\ntwo lines'],
    ['LOG_FORMAT', 'xml'],
    ['METRICS_ACCESS', 'nobody'],
    ['COMMIT', 'the last one'],
    ['BODY_BYTES', '1'],
    ['PUBLIC_URL', 'https://tracker.example/tracker'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['CORS_ORIGINS', 'tracker.example'],
    ['CORS_ORIGINS', 'https://*.example'],
    ['READ_SECONDS', '0'],
    ['REQUESTS_PER_MINUTE', 'many'],
    ['KEY_REQUESTS_PER_MINUTE', '-1'],
    ['LIVE_STREAMS', '1e3'],
    ['ADDRESS_LIVE_STREAMS', '0.5'],
    ['CONNECTIONS', '0'],
    ['STOP_SECONDS', 'soon'],
    ['WEBHOOK_TARGETS', 'nobody'],
    ['CLOCK_SECONDS', 'never'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a header without a value'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%0d%0ab'],
    ['OTEL_SERVICE_NAME', 'two\nlines'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
  ];

  it.each(BAD)('%s=%s is named, and nothing is created', async (setting, value) => {
    const folder = place.folder();
    const said = await failure({ DATA_DIR: join(folder, 'data'), [setting]: value });
    expect(said).toContain(setting);
    expect(said).not.toContain('%zz');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has an example for every setting, and one for those that bound a request', () => {
    const others = Object.keys(SETTINGS).filter((name) => name === 'BODY_BYTES' || !(name in LIMIT_SETTINGS));
    expect(new Set(BAD.map(([setting]) => setting))).toEqual(new Set(others));
  });
});

describe('a port that is in use', () => {
  const taken = createServer();
  const folder = place.folder();
  const settings = { DATA_DIR: folder, LOAD_SEEDS: 'false', PORT: '' };

  beforeAll(async () => {
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    settings.PORT = String((taken.address() as AddressInfo).port);
  });
  afterAll(() => taken.close());

  it('is named', async () => {
    expect(await failure(settings)).toContain(`PORT ${settings.PORT}`);
  });

  it('does not cost the admin key: the first start that succeeds shows one that writes', async () => {
    const program = await place.start({ ...settings, PORT: '0' });
    expect(program.adminKey).toBeDefined();
    const headers = { authorization: `Bearer ${program.adminKey ?? ''}` };
    expect((await fetch(`${program.url}/v1/admin/projections`, { headers })).status).toBe(200);
    await program.signal('SIGTERM');
  });
});

describe('data that is in use, or damaged', () => {
  it('is left to the process that has it', async () => {
    const folder = place.folder();
    const settings = { DATA_DIR: folder, LOAD_SEEDS: 'false' };
    const first = await place.start(settings);
    expect(await failure(settings)).toContain('in use by another process');
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    expect((await first.signal('SIGTERM')).code).toBe(0);
  });

  it.each(['keys.json', 'admin-key.json'])('names a damaged %s and what to do about it', async (name) => {
    const folder = place.folder();
    writeFileSync(join(folder, name), '{"name":"admin","ha');
    expect(await failure({ DATA_DIR: folder })).toMatch(new RegExp(`${name.replace('.', '\\.')} is damaged; .*remove it`));
    expect(existsSync(join(folder, 'log.sqlite'))).toBe(false);
  });

  it('names a damaged log, and leaves it as it is', async () => {
    const folder = place.folder();
    writeFileSync(join(folder, 'log.sqlite'), 'no database '.repeat(1_000));
    expect(await failure({ DATA_DIR: folder })).toContain('log.sqlite cannot be opened');
  });
});
