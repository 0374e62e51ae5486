import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { configOf } from '../../src/config.js';
import { Clock } from '../../src/ports/clock.js';
import type { RunningService } from '../../src/service/running-service.js';
import { startService } from '../../src/service/service.js';
import type { Issue, Meeting, Report, Said, Stance } from './answers.js';

const NEGOTIATION = 'ukraine-peace';
const KEY = 'a-key-for-the-tests';

/** The day on which all the questions are asked; the seeds are recorded on it too. */
class FirstOfFebruary extends Clock {
  override now(): number {
    return Date.parse('2026-02-01T12:00:00Z');
  }
}

/** Somebody who puts questions to the service with the seeds in it. */
export class Reader {
  private service: RunningService | undefined;
  private folder = '';

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'newsroom-'));
    this.service = await startService(
      {
        ...configOf({}),
        port: 0,
        host: '127.0.0.1',
        dataDir: this.folder,
        eventStoreUrl: undefined,
        adminKeys: [{ name: 'desk', key: KEY }],
        loadSeeds: true,
        logLevel: 'silent',
      },
      { seedsFolder: join(import.meta.dirname, '../../seeds'), seedNegotiation: NEGOTIATION, clock: new FirstOfFebruary() },
    );
  }

  async close(): Promise<void> {
    await this.service?.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The answer to a question that has one. */
  async ask<Answered = Record<string, unknown>>(path: string): Promise<Answered> {
    const answer = await request(this.url).get(`/v1/negotiations/${NEGOTIATION}${path}`);
    if (answer.status !== 200) throw new Error(`${path} was answered by ${String(answer.status)}: ${answer.text}`);
    return answer.body as Answered;
  }

  /** The code of the problem that answers a question. */
  async refusal(path: string): Promise<string> {
    const answer = await request(this.url).get(`/v1/negotiations/${NEGOTIATION}${path}`);
    return answer.status === 200 ? 'answered' : (answer.body as { code: string }).code;
  }

  /** What one party holds on one proposition; undefined where nothing is reported. */
  async stance(party: string, proposition: string, axes: string): Promise<Stance | undefined> {
    const { items } = await this.ask<{ items: Stance[] }>(`/stances?party=${party}&proposition=${proposition}&${axes}`);
    expect(items.length).toBeLessThan(2);
    return items[0];
  }

  async stances(query: string): Promise<readonly Stance[]> {
    const { items } = await this.ask<{ items: Stance[] }>(`/stances?limit=500&${query}`);
    return items;
  }

  async meeting(id: string, axes: string): Promise<Meeting> {
    return this.ask<Meeting>(`/meetings/${id}?${axes}`);
  }

  /** The meetings that are known, `id: status`. */
  async meetings(query: string): Promise<readonly string[]> {
    return (await this.listed(query)).map(({ id, status }) => `${id}: ${status}`);
  }

  async listed(query: string): Promise<readonly Meeting[]> {
    const { items } = await this.ask<{ items: Meeting[] }>(`/meetings?limit=500&${query}`);
    return items;
  }

  async issue(id: string, axes: string): Promise<Issue> {
    return this.ask<Issue>(`/issues/${id}?${axes}`);
  }

  async reports(query: string): Promise<readonly Report[]> {
    const { items } = await this.ask<{ items: Report[] }>(`/reports?limit=500&${query}`);
    return items;
  }

  /** Posts an entry of the registry or a report. @returns the position it was recorded at */
  async tell(method: 'put' | 'post', path: string, body: object): Promise<string> {
    const url = `/v1/admin/negotiations/${NEGOTIATION}${path}`;
    const answer = await (method === 'put' ? request(this.url).put(url) : request(this.url).post(url))
      .set('authorization', `Bearer ${KEY}`)
      .send(body);
    if (answer.status !== 201) throw new Error(`${path} was answered by ${String(answer.status)}: ${answer.text}`);
    return (answer.body as { position: string }).position;
  }

  private get url(): string {
    if (this.service === undefined) throw new Error('the service is not started');
    return this.service.url;
  }
}

/** A reader for all the questions of one file. */
export function newsroom(): Reader {
  const reader = new Reader();
  beforeAll(() => reader.open());
  afterAll(() => reader.close());
  return reader;
}

/** `report: modality (voice)` of what was said. */
export function said(statements: readonly (Said | null | undefined)[]): string[] {
  return statements.flatMap((each) => (each ? [`${each.report}: ${each.modality} (${each.voice})`] : []));
}

/** `party: modality (voice)` of what is held. */
export function held(stances: readonly Stance[]): string[] {
  return stances.map(({ party, modality, voice }) => `${party}: ${modality} (${voice})`);
}

/** `proposition or plan: modality (voice)` of what one party holds. */
export function holds(stances: readonly Stance[]): string[] {
  return stances.map(({ target, modality, voice }) => `${target.proposition ?? target.plan ?? ''}: ${modality} (${voice})`);
}
