import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import supertest from 'supertest';
import { type Config, configOf } from '../../src/config.js';
import type { Patience } from '../../src/http/patience.js';
import type { RunningService } from '../../src/service/running-service.js';
import { startService } from '../../src/service/service.js';
import type { ServiceOptions } from '../../src/service/service-options.js';
import { needOf } from '../../src/access/need-of-route.js';
import { openApiOf } from '../../src/http/openapi/document.js';
import { type Asked, asText, type Headers, type Http, type Json, linesOf } from './asked.js';
import { AnswerCheck } from './openapi/answer-check.js';
import { type Seen, watchAnswers } from './openapi/answers-seen.js';
import type { Document } from './openapi/described-routes.js';
import { DescribedSchemas } from './openapi/described-schemas.js';
import { RequestCheck } from './openapi/request-check.js';
import { builtProgram } from './process-build.js';
import { SetClock } from './set-clock.js';

export const KEY = 'secret-key';
export const OTHER_KEY = 'other-key=with.signs';

type TestOptions = Partial<Pick<ServiceOptions, 'threads' | 'patience'>>;

/** A service of its own, on a real file in a folder of its own. */
export class TestService {
  readonly clock = new SetClock('2026-03-01T12:00:00.000Z');
  private answers = new Map<string, Seen>();
  private schemas: DescribedSchemas | undefined;

  private constructor(
    private readonly folder: string,
    private readonly overrides: Partial<Config>,
    private readonly options: TestOptions,
    private running?: RunningService,
  ) {}

  static async start(overrides: Partial<Config>, options: TestOptions = {}): Promise<TestService> {
    const service = new TestService(await mkdtemp(join(tmpdir(), 'negotiations-e2e-')), overrides, options);
    await service.open();
    return service;
  }

  get url(): string {
    return this.now.url;
  }

  get app(): RunningService['app'] {
    return this.now.app;
  }

  get http(): Http {
    return supertest(this.url) as unknown as Http;
  }

  /** @param path below /v1/negotiations, with its query */
  read(path: string, headers: Headers = {}): Asked {
    return this.http.get(`/v1/negotiations${path}`).set(headers);
  }

  /** @param path below /v1/admin/negotiations */
  get(path: string, headers: Headers = {}): Asked {
    return this.admin('get', path, headers);
  }

  put(path: string, body: object, headers: Headers = {}): Asked {
    return this.admin('put', path, headers).send(body);
  }

  post(path: string, body: object, headers: Headers = {}): Asked {
    return this.admin('post', path, headers).send(body);
  }

  /** @param body the merge patch */
  patch(path: string, body: object, headers: Headers = {}): Asked {
    return this.admin('patch', path, { 'content-type': 'application/merge-patch+json', ...headers })
      .serialize((value) => JSON.stringify(value))
      .send(body);
  }

  delete(path: string, headers: Headers = {}): Asked {
    return this.admin('delete', path, headers);
  }

  /** Sends a body as it is, whatever it is. */
  raw(method: 'put' | 'post', path: string, body: string | Buffer, type = 'application/json', headers: Headers = {}): Asked {
    return this.admin(method, path, { 'content-type': type, ...headers })
      .serialize((value) => value)
      .send(body);
  }

  /** Imports lines one by one. @returns the lines of the answer */
  /** Once queries show all that is recorded: a write waits a second for that, which may be too short on a busy machine. */
  async isUpToDate(): Promise<void> {
    for (;;) {
      const { body } = await this.http
        .get('/v1/admin/projections')
        .set({ authorization: `Bearer ${KEY}` })
        .expect(200);
      if (body.items.every(({ lag }) => lag === '0')) return;
      await pause(10);
    }
  }

  async importLines(negotiation: string, lines: readonly object[], query = ''): Promise<Json[]> {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const { text: answer } = await this.raw('post', `/${negotiation}/import${query}`, text, 'application/x-ndjson')
      .buffer(true)
      .parse(asText)
      .expect(200);
    return linesOf(answer);
  }

  /** The lines of an export, without the last one, which counts them. */
  async exported(negotiation: string, query = ''): Promise<Json[]> {
    return (await this.exportedWhole(negotiation, query)).slice(0, -1);
  }

  /** All lines of an export. */
  async exportedWhole(negotiation: string, query = ''): Promise<Json[]> {
    const { text } = await this.read(`/${negotiation}/export${query}`).buffer(true).parse(asText).expect(200);
    return linesOf(text);
  }

  /** The position of the last event in the log. */
  async head(): Promise<string> {
    const { body } = await this.http
      .get('/v1/admin/projections')
      .set({ authorization: `Bearer ${KEY}` })
      .expect(200);
    return body.items[0]?.head as string;
  }

  /** @param meanwhile what is done to the folder of its data while it is stopped */
  async restart(meanwhile: (folder: string) => unknown = () => undefined): Promise<void> {
    await this.close();
    await meanwhile(this.folder);
    await this.open();
  }

  /** @throws where an answer that it gave is not as its document describes it */
  async stop(): Promise<void> {
    try {
      await this.close();
    } finally {
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  /** What of the answers that were given, or of the bodies that were taken, is not as the document describes it. Those told are not told again. */
  violations(): string[] {
    const schemas = (this.schemas ??= new DescribedSchemas(this.document()));
    const [answerCheck, requestCheck] = [new AnswerCheck(schemas), new RequestCheck(schemas)];
    const answers = [...this.answers.values()];
    this.answers.clear();
    return answers.flatMap((seen) => answerCheck.faultOf(seen) ?? requestCheck.faultOf(seen) ?? []);
  }

  /** The OpenAPI document, made anew. */
  document(): Document {
    return openApiOf(this.app, { publicUrl: this.config.reach.publicUrl, need: needOf(this.config) }) as unknown as Document;
  }

  private get now(): RunningService {
    if (this.running === undefined) throw new Error('the service is stopped');
    return this.running;
  }

  private admin(method: 'get' | 'put' | 'post' | 'patch' | 'delete', path: string, headers: Headers): Asked {
    return this.http[method](`/v1/admin/negotiations${path}`).set({ authorization: `Bearer ${KEY}`, ...headers });
  }

  private async close(): Promise<void> {
    const { running } = this;
    if (running === undefined) return;
    const violations = this.violations();
    this.running = undefined;
    await running.stop();
    if (violations.length > 0)
      throw new Error(`answers, or bodies that were taken, are not as they are described:\n${violations.slice(0, 10).join('\n')}`);
  }

  private get config(): Config {
    return {
      ...configOf({}),
      port: 0,
      host: '127.0.0.1',
      dataDir: this.folder,
      eventStoreUrl: undefined,
      adminKeys: [
        { name: 'tester', key: KEY },
        { name: 'other', key: OTHER_KEY },
      ],
      loadSeeds: false,
      logLevel: 'silent',
      // The clock stands where a test puts it.
      clockLimitMs: 0,
      ...this.overrides,
    };
  }

  private async open(): Promise<void> {
    this.running = await startService(this.config, {
      seedsFolder: 'seeds',
      seedNegotiation: 'ukraine-peace',
      clock: this.clock,
      ...this.options,
      // A busy machine takes longer to know what is doubtful; a test waits for it.
      patience: { doubtsMs: 10_000, ...this.options.patience },
    });
    this.answers = watchAnswers(this.app.getHttpServer());
    this.schemas = undefined;
  }
}

export async function startTestService(overrides: Partial<Config> = {}, patience: Partial<Patience> = {}): Promise<TestService> {
  return TestService.start(overrides, { patience });
}

/** The same, as it runs for its users: the log is followed, and queries are answered, in threads of their own, by the built program. */
export async function startServiceInThreads(overrides: Partial<Config> = {}): Promise<TestService> {
  return TestService.start(overrides, { threads: pathToFileURL(join(await builtProgram(), 'dist/threads/')) });
}
