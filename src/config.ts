import { resolve } from 'node:path';
import { isEventStoreUrl } from './event-store/eventstoredb/connection-url.js';
import { type AdminKeySetting, adminKeysIn } from './admin-keys-setting.js';
import { BadSetting } from './bad-setting.js';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

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
  readonly loadSeeds: boolean;
  readonly logLevel: LogLevel;
  /** How long working out an answer may take, in milliseconds. */
  readonly longestReadMs: number;
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
  LOAD_SEEDS: '',
  LOG_LEVEL: 'info',
  READ_SECONDS: '30',
  CLOCK_SECONDS: '300',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** @param environment variables; an empty one counts as left out @throws BadSetting */
export function configOf(environment: Environment): Config {
  const value = (name: keyof typeof SETTINGS): string => environment[name]?.trim() || SETTINGS[name];
  const eventStoreUrl = storeUrl(value('EVENT_STORE_URL'));
  return {
    port: port(value('PORT')),
    host: value('HOST'),
    dataDir: resolve(value('DATA_DIR')),
    eventStoreUrl,
    adminKeys: adminKeysIn(value('ADMIN_API_KEY')),
    loadSeeds: flag('LOAD_SEEDS', value('LOAD_SEEDS')) ?? eventStoreUrl === undefined,
    logLevel: logLevel(value('LOG_LEVEL')),
    longestReadMs: 1_000 * seconds('READ_SECONDS', value('READ_SECONDS'), 1, 3_600),
    clockLimitMs: 1_000 * seconds('CLOCK_SECONDS', value('CLOCK_SECONDS'), 0, 86_400),
  };
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new BadSetting(`PORT must be a number from 0 to 65535, not "${text}"`);
}

function seconds(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new BadSetting(`${name} must be a number of seconds from ${String(least)} to ${String(most)}, not "${text}"`);
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

function flag(name: string, text: string): boolean | undefined {
  if (text === '') return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new BadSetting(`${name} must be true or false, not "${text}"`);
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((one) => one === text);
  if (level === undefined) throw new BadSetting(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}
