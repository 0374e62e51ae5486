import { resolve } from 'node:path';
import { isEventStoreUrl } from './event-store/eventstoredb/connection-url.js';
import { type AdminKeySetting, adminKeysIn } from './admin-keys-setting.js';
import type { Limits } from './http/limits.js';
import type { EdgeLimits } from './http/edge-limits.js';
import type { Reach } from './http/public-url.js';
import { BadSetting } from './bad-setting.js';
import { type BackupSetting, backupIn } from './backup-setting.js';
import { LIMIT_SETTINGS, limitsIn } from './limit-settings.js';
import { type IssuerSetting, issuerIn } from './issuer-setting.js';
import { corsOriginsIn, originIn, proxiesIn } from './reach-settings.js';
import { flag, numberIn, wordOf } from './setting-values.js';
import { type TracingSetting, tracingIn } from './tracing-setting.js';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_FORMATS = ['pretty', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** How the service runs. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that everything is written to. */
  readonly dataDir: string;
  /** An `esdb://` or `kurrentdb://` URL; undefined: the embedded store. */
  readonly eventStoreUrl: string | undefined;
  /** undefined: a key is made at the first start. */
  readonly adminKeys: readonly AdminKeySetting[] | undefined;
  /** Whether reading needs a key. */
  readonly readAccess: 'public' | 'key';
  /** Who is told who posted what. */
  readonly postersShownTo: 'all' | 'editors';
  readonly issuer: IssuerSetting | undefined;
  readonly loadSeeds: boolean;
  /** undefined: the log is not backed up by itself. */
  readonly backup: BackupSetting | undefined;
  readonly logLevel: LogLevel;
  /** undefined: a text where a person looks, else JSON. */
  readonly logFormat: LogFormat | undefined;
  /** Who is told what this process counts. */
  readonly metricsAccess: 'public' | 'key';
  /** undefined: nothing is traced. */
  readonly tracing: TracingSetting | undefined;
  /** Of git, as a build knows it. */
  readonly commit: string | undefined;
  /** What one request may cost. */
  readonly bounds: Limits;
  readonly limits: EdgeLimits;
  readonly reach: Reach;
  /** Origins whose pages may use the API; `*`: any. */
  readonly corsOrigins: readonly string[];
  /** How long working out an answer may take, in milliseconds. */
  readonly longestReadMs: number;
  /** How long a stop waits for requests that are open, in milliseconds. */
  readonly stopLimitMs: number;
  /** How many threads answer questions, 1 or 2; undefined: as many as fit the machine. */
  readonly queryThreads: number | undefined;
  /** Whether webhooks may be sent to private addresses, and over http. */
  readonly webhookTargets: 'public' | 'any';
  /** How far the clock may be from that of the log, in milliseconds; 0: it is not compared. */
  readonly clockLimitMs: number;
}

/** Every setting with its default, as the README tells it. */
export const SETTINGS = {
  PORT: '3000',
  HOST: '127.0.0.1',
  DATA_DIR: './data',
  EVENT_STORE_URL: '',
  ADMIN_API_KEY: '',
  READ_ACCESS: 'public',
  POSTED_BY: '',
  OIDC_ISSUER: '',
  OIDC_AUDIENCE: '',
  OIDC_ROLE_CLAIM: 'role',
  LOAD_SEEDS: '',
  BACKUP_DIR: '',
  BACKUP_HOURS: '24',
  BACKUP_KEEP: '7',
  LOG_LEVEL: 'info',
  LOG_FORMAT: '',
  METRICS_ACCESS: 'key',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
  OTEL_EXPORTER_OTLP_HEADERS: '',
  OTEL_SERVICE_NAME: 'negotiation-tracker',
  OTEL_TRACES_SAMPLER_ARG: '1',
  COMMIT: '',
  PUBLIC_URL: '',
  TRUSTED_PROXIES: '',
  CORS_ORIGINS: '',
  READ_SECONDS: '30',
  QUERY_THREADS: '',
  REQUESTS_PER_MINUTE: '',
  KEY_REQUESTS_PER_MINUTE: '',
  LIVE_STREAMS: '1000',
  ADDRESS_LIVE_STREAMS: '',
  CONNECTIONS: '10000',
  STOP_SECONDS: '5',
  WEBHOOK_TARGETS: 'public',
  CLOCK_SECONDS: '300',
  ...LIMIT_SETTINGS,
};

const MOST_COUNTED = 1_000_000_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** @param environment variables; an empty one counts as left out @throws BadSetting */
export function configOf(environment: Environment): Config {
  const value = (name: keyof typeof SETTINGS): string => environment[name]?.trim() || SETTINGS[name];
  const eventStoreUrl = storeUrl(value('EVENT_STORE_URL'));
  const count = (name: keyof typeof SETTINGS, least = 0): number => numberIn(name, value(name), least, MOST_COUNTED);
  const countIfSet = (name: keyof typeof SETTINGS): number | undefined => (value(name) === '' ? undefined : count(name));
  const readAccess = wordOf('READ_ACCESS', value('READ_ACCESS'), ['public', 'key']);
  return {
    port: numberIn('PORT', value('PORT'), 0, 65_535),
    host: value('HOST'),
    dataDir: resolve(value('DATA_DIR')),
    eventStoreUrl,
    adminKeys: adminKeysIn(value('ADMIN_API_KEY')),
    readAccess,
    postersShownTo: wordOf('POSTED_BY', value('POSTED_BY') || (readAccess === 'public' ? 'all' : 'editors'), ['all', 'editors']),
    issuer: issuerIn(value('OIDC_ISSUER'), value('OIDC_AUDIENCE'), value('OIDC_ROLE_CLAIM')),
    loadSeeds: value('LOAD_SEEDS') === '' ? eventStoreUrl === undefined : flag('LOAD_SEEDS', value('LOAD_SEEDS')),
    backup: backupIn(value('BACKUP_DIR'), value('BACKUP_HOURS'), value('BACKUP_KEEP'), eventStoreUrl),
    logLevel: wordOf('LOG_LEVEL', value('LOG_LEVEL'), LOG_LEVELS),
    logFormat: value('LOG_FORMAT') === '' ? undefined : wordOf('LOG_FORMAT', value('LOG_FORMAT'), LOG_FORMATS),
    metricsAccess: wordOf('METRICS_ACCESS', value('METRICS_ACCESS'), ['public', 'key']),
    tracing: tracingIn(
      value('OTEL_EXPORTER_OTLP_ENDPOINT'),
      value('OTEL_EXPORTER_OTLP_HEADERS'),
      value('OTEL_SERVICE_NAME'),
      value('OTEL_TRACES_SAMPLER_ARG'),
    ),
    commit: commitIn(value('COMMIT')),
    reach: { publicUrl: originIn('PUBLIC_URL', value('PUBLIC_URL')), trustedProxies: proxiesIn(value('TRUSTED_PROXIES')) },
    corsOrigins: corsOriginsIn(value('CORS_ORIGINS')),
    bounds: limitsIn((name) => environment[name]?.trim() || LIMIT_SETTINGS[name] || ''),
    limits: {
      requests: { ofAddress: countIfSet('REQUESTS_PER_MINUTE'), ofCaller: countIfSet('KEY_REQUESTS_PER_MINUTE') },
      streams: { inAll: count('LIVE_STREAMS'), ofAddress: countIfSet('ADDRESS_LIVE_STREAMS') },
      connections: count('CONNECTIONS', 1),
    },
    longestReadMs: 1_000 * numberIn('READ_SECONDS', value('READ_SECONDS'), 1, 3_600, 'a number of seconds'),
    stopLimitMs: 1_000 * numberIn('STOP_SECONDS', value('STOP_SECONDS'), 0, 3_600, 'a number of seconds'),
    queryThreads:
      value('QUERY_THREADS') === '' ? undefined : numberIn('QUERY_THREADS', value('QUERY_THREADS'), 1, 2, 'a number of threads'),
    webhookTargets: wordOf('WEBHOOK_TARGETS', value('WEBHOOK_TARGETS'), ['public', 'any']),
    clockLimitMs: 1_000 * numberIn('CLOCK_SECONDS', value('CLOCK_SECONDS'), 0, 86_400, 'a number of seconds'),
  };
}

function commitIn(text: string): string | undefined {
  if (text === '' || /^[0-9a-f]{7,64}$/.test(text)) return text || undefined;
  throw new BadSetting(`COMMIT must be the hash of a commit of git, not "${text}"`);
}

function storeUrl(text: string): string | undefined {
  if (text === '') return undefined;
  // The value may hold a password: it is not repeated.
  if (!isEventStoreUrl(text) || /:\/\/(\s|\/|$)/.test(text))
    throw new BadSetting(
      'EVENT_STORE_URL must start with esdb://, esdb+discover://, kurrentdb:// or kurrentdb+discover:// and name a host',
    );
  return text;
}
