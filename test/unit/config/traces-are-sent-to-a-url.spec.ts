import { BadSetting } from '../../../src/bad-setting.js';
import { configOf } from '../../../src/config.js';

const ENDPOINT = 'http://127.0.0.1:4318';

it('without an endpoint nothing is traced', () => {
  expect(configOf({}).tracing).toBeUndefined();
  expect(configOf({ OTEL_EXPORTER_OTLP_HEADERS: 'a=b', OTEL_TRACES_SAMPLER_ARG: '0.5' }).tracing).toBeUndefined();
});

it.each([
  [ENDPOINT, 'http://127.0.0.1:4318/v1/traces'],
  ['https://collector.example/', 'https://collector.example/v1/traces'],
  ['https://collector.example/tenants/one', 'https://collector.example/tenants/one/v1/traces'],
])('%s is sent to %s', (endpoint, url) => {
  expect(configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).tracing).toEqual({
    url,
    headers: {},
    serviceName: 'negotiation-tracker',
    share: 1,
  });
});

it('takes headers, a name and a share', () => {
  const settings = {
    OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT,
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20abc=, x-tenant=one',
    OTEL_SERVICE_NAME: 'desk',
    OTEL_TRACES_SAMPLER_ARG: '0.25',
  };
  expect(configOf(settings).tracing).toMatchObject({
    headers: { authorization: 'Basic abc=', 'x-tenant': 'one' },
    serviceName: 'desk',
    share: 0.25,
  });
});

it.each([
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'grpc://collector:4317'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector/?key=secret'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'secret'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'x-key=secret%'],
  ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
  ['OTEL_TRACES_SAMPLER_ARG', 'secret'],
])('%s=%s stops the start', (name, value) => {
  const start = (): unknown => configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT, [name]: value });
  expect(start).toThrow(BadSetting);
  expect(start).toThrow(name);
});

it.each(['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_HEADERS'])(
  'a bad value of %s, which may hold a secret, is not repeated',
  (name) => {
    expect(() => configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT, [name]: 'secret://%' })).toThrow(/^(?!.*secret)/);
  },
);
