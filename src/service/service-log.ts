import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogFormat, LogLevel } from '../config.js';
import { asWritten } from './as-written.js';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** What Nest tells while it builds itself is of interest only when something is looked for. */
const BUILDING = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication'];

/**
 * The log of the service: an object a line, or for people a text. What rooms tell through Nest's `Logger` comes here: a text, an error,
 * or an object of fields with a `msg`.
 */
export class ServiceLog implements LoggerService {
  private constructor(
    private readonly pino: Logger,
    private readonly level: LogLevel,
  ) {}

  /** @param format left out: a text where a person looks, else JSON */
  static async open(level: LogLevel, format: LogFormat | undefined, output: NodeJS.WriteStream = process.stdout): Promise<ServiceLog> {
    const isForPeople = format === undefined ? output.isTTY : format === 'pretty';
    return new ServiceLog(pino(OPTIONS(level), isForPeople ? await prettyOn(output) : output), level);
  }

  log(message: unknown, ...rest: unknown[]): void {
    const context = contextIn(rest);
    if (this.level !== 'debug' && BUILDING.includes(context ?? '')) return;
    this.write('info', message, context);
  }

  /** That the service cannot listen is told in one line, by main. */
  error(message: unknown, ...rest: unknown[]): void {
    const context = contextIn(rest);
    if (context !== 'NestApplication') this.write('error', message, context);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, contextIn(rest));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, contextIn(rest));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, contextIn(rest));
  }

  private write(level: Level, message: unknown, context: string | undefined): void {
    const from = context === undefined ? {} : { context };
    if (message instanceof Error) this.pino[level]({ ...from, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level]({ ...from, ...message });
    else this.pino[level](from, asWritten(String(message)));
  }
}

const OPTIONS = (level: LogLevel) => ({
  level,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label: string) => ({ level: label }) },
  serializers: { err: toldError },
});

function toldError(error: Error): object {
  const told = pino.stdSerializers.err(error);
  return { ...told, stack: asWritten(told.stack) };
}

/** Loaded only where somebody looks. */
async function prettyOn(output: NodeJS.WriteStream): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ destination: output, colorize: output.isTTY, singleLine: true, translateTime: 'HH:MM:ss.l', sync: true });
}

/** Nest gives the room that tells as the last one. */
function contextIn(rest: readonly unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}
