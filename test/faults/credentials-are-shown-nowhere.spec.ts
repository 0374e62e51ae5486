import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { aReport } from '../support/fault-clients.js';
import { type FaultyLog, faultyLogs, urlThrough } from '../support/fault-log.js';
import { AppNode, type NodeAnswer } from '../support/fault-node.js';

const USER = 'desk-of-the-ministry';
const SECRET = 's3cret-w0rd';
/** In the URL, decoded, and as the header of a call holds both. */
const SHOWN = [SECRET, encodeURIComponent(SECRET), Buffer.from(`${USER}:${SECRET}`).toString('base64'), USER];

const STATES: readonly (readonly [state: string, fail: (log: FaultyLog) => unknown])[] = [
  ['refuses connections', ({ proxy }) => proxy.refuse()],
  [
    'is silent',
    ({ proxy }) => {
      proxy.freeze();
    },
  ],
  [
    'is cut off in the midst of an answer',
    ({ proxy }) => {
      proxy.cutAfter('server', 20);
    },
  ],
  [
    'is cut off again and again',
    ({ proxy }) => {
      proxy.cutAfter('client', 100);
      setTimeout(() => {
        proxy.cut();
      }, 500);
    },
  ],
];

/** All that a person or another program may be told by a running service. */
async function told(node: AppNode): Promise<string[]> {
  const answers = await Promise.all([
    node.get('/health/live'),
    node.get('/health/ready'),
    node.get('/openapi.json'),
    node.get('/v1/negotiations'),
    node.get('/v1/admin/projections'),
    node.rebuild(),
    node.put('/talks', { title: 'Talks' }),
    node.post('/talks/import', [{ entry: 'negotiation', id: 'talks', title: 'Talks' }]),
    node.post('/talks/reports', aReport('one')),
  ]);
  // The rebuild says there why it failed.
  return [...answers, await node.get('/v1/admin/projections')].map(textOf);
}

const textOf = ({ status, headers, text }: NodeAnswer): string => `${String(status)} ${JSON.stringify([...headers])} ${text}`;

/** Catches what the process prints. */
function printed(): { readonly texts: string[]; end(): void } {
  const texts: string[] = [];
  const take = (...parts: unknown[]): true => {
    texts.push(parts.map(String).join(' '));
    return true;
  };
  const streams = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(take));
  const methods = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => jest.spyOn(console, name).mockImplementation(take));
  const end = (): void => {
    for (const spy of [...streams, ...methods]) spy.mockRestore();
  };
  return { texts, end };
}

describe.each(faultyLogs())('%s', (_name, start) => {
  let log: FaultyLog;

  beforeEach(async () => {
    log = await start();
  });

  afterEach(() => log.stop());

  it.each(STATES)('while it %s', async (_state, fail) => {
    const output = printed();
    const url = urlThrough(log.proxy, '', `${USER}:${encodeURIComponent(SECRET)}@`);
    const node = await AppNode.start(url, undefined, { logLevel: 'debug' });
    const answers: string[] = [];
    try {
      await pause(300);
      await fail(log);
      answers.push(...(await told(node)));
      await log.proxy.heal();
      answers.push(...(await told(node)));
      const files = readdirSync(node.folder).map((file) => readFileSync(join(node.folder, file)).toString('latin1'));
      answers.push(...files);
    } finally {
      await node.stop();
      output.end();
    }
    expect(output.texts.some((text) => text.includes('Nest application successfully started'))).toBe(true);
    for (const text of [...answers, ...output.texts]) {
      for (const shown of SHOWN) expect(text.includes(shown) ? text : '').toBe('');
    }
  });
});
