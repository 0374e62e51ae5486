import { ConsoleLogger, type LogLevel as NestLevel } from '@nestjs/common';
import type { LogLevel } from '../config.js';

const NEST_LEVELS = {
  silent: [],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
} as const satisfies Record<LogLevel, readonly NestLevel[]>;

/** What Nest tells while it builds itself is of interest only when something is looked for. */
const BUILDING = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication'];

export class QuietLogger extends ConsoleLogger {
  constructor(private readonly level: LogLevel) {
    super({ logLevels: [...NEST_LEVELS[level]], colors: false });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (this.level !== 'debug' && typeof context === 'string' && BUILDING.includes(context)) return;
    super.log(message, ...(rest as [string]));
  }

  /** That the service cannot listen is told in one line, by main. */
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) === 'NestApplication') return;
    super.error(message, ...(rest as [string]));
  }
}
