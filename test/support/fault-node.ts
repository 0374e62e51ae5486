import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Config, configOf } from '../../src/config.js';
import type { Limits } from '../../src/event-store/eventstoredb/limits.js';
import type { Clock } from '../../src/ports/clock.js';
import type { ReadModel } from '../../src/read-model/read-model.js';
import { ReadableModel } from '../../src/read-model/readable-model.js';
import type { RunningService } from '../../src/service/running-service.js';
import { startService } from '../../src/service/service.js';

const KEY = 'key-of-the-desk';

/** A call may take three of these: the head of the log, the append, and what it did. */
export const SHORT: Limits = { tryMs: 800, totalMs: 1_600, firstWaitMs: 20, longestWaitMs: 100 };

/** The fields of answers that the tests here look at. */
interface Body {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly outcome: string;
  readonly position: string;
  readonly revision: string;
  readonly recordedAt: string;
  readonly at: { readonly recordedBy: string };
  readonly items: readonly { readonly id: string; readonly recordedAt: string; readonly position: string }[];
  readonly next: string | null;
  readonly status: string;
  readonly ageSeconds: number;
  readonly logReachable: boolean;
  readonly logFault: string | null;
  readonly detail: string;
  readonly faults: readonly unknown[] | null;
  readonly problem: { readonly code: string };
  readonly counts: { readonly reports: number };
}

export interface NodeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty where the answer is no JSON. */
  readonly body: Body;
}

/** One node of the service, with a data folder of its own, asked over HTTP. */
export class AppNode {
  private constructor(
    readonly folder: string,
    private readonly config: Config,
    private readonly limits: Partial<Limits>,
    private readonly clock: Clock | undefined,
    private running: RunningService,
  ) {}

  /** @param clock left out: that of the machine */
  static async start(
    eventStoreUrl: string | undefined,
    limits: Partial<Limits> = SHORT,
    overrides: Partial<Config> = {},
    clock?: Clock,
  ): Promise<AppNode> {
    const folder = await mkdtemp(join(tmpdir(), 'negotiations-fault-'));
    const config: Config = {
      ...configOf({}),
      port: 0,
      host: '127.0.0.1',
      dataDir: folder,
      eventStoreUrl,
      adminKeys: [{ name: 'desk', key: KEY }],
      loadSeeds: false,
      logLevel: 'silent',
      ...overrides,
    };
    return new AppNode(folder, config, limits, clock, await open(config, limits, clock));
  }

  get url(): string {
    return this.running.url;
  }

  get readModel(): ReadModel {
    return this.running.app.get<ReadableModel, ReadModel>(ReadableModel);
  }

  /** @param path from the root of the service on */
  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<NodeAnswer> {
    return this.ask('GET', path, undefined, headers);
  }

  /** @param path below /v1/negotiations */
  async read(path: string): Promise<NodeAnswer> {
    return this.ask('GET', `/v1/negotiations${path}`);
  }

  /** @param path below /v1/admin/negotiations */
  async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<NodeAnswer> {
    return this.ask('POST', `/v1/admin/negotiations${path}`, body, headers);
  }

  /** Lines that are imported one by one. @returns what is told of each, and the summary */
  async importLines(negotiation: string, lines: readonly object[]): Promise<Body[]> {
    const answer = await fetch(`${this.url}/v1/admin/negotiations${negotiation}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson' },
      body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    return (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Body);
  }

  async put(path: string, body: object): Promise<NodeAnswer> {
    return this.ask('PUT', `/v1/admin/negotiations${path}`, body);
  }

  async rebuild(): Promise<NodeAnswer> {
    return this.ask('POST', '/v1/admin/projections/rebuild');
  }

  async health(): Promise<Body> {
    return (await this.get('/health/ready')).body;
  }

  /** Stops, and starts on the same data. */
  async restart(): Promise<void> {
    await this.running.stop();
    this.running = await open(this.config, this.limits, this.clock);
  }

  /** Starts again, where it was closed. */
  async reopen(): Promise<void> {
    this.running = await open(this.config, this.limits, this.clock);
  }

  /** Stops, and keeps the data. */
  async close(): Promise<void> {
    await this.running.stop();
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async ask(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<NodeAnswer> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.match(/^application\/(problem\+)?json/) != null;
    const read = (isJson && text !== '' ? JSON.parse(text) : {}) as Body;
    return { status: answer.status, headers: answer.headers, text, body: read };
  }
}

async function open(config: Config, storeLimits: Partial<Limits>, clock: Clock | undefined): Promise<RunningService> {
  return startService(config, { seedsFolder: 'seeds', seedNegotiation: 'ukraine-peace', storeLimits, ...(clock && { clock }) });
}

/** Settles once a condition holds. @throws where it does not in time */
export async function eventually(what: string, condition: () => boolean | Promise<boolean>, limitMs = 180_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${String(limitMs)} ms: ${what}`);
    await pause(20);
  }
}
