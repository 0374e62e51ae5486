import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { LogFormat } from '../../../src/config.js';
import { ServiceLog } from '../../../src/service/service-log.js';

async function printed(isTTY: boolean, format: LogFormat | undefined, tell: (log: ServiceLog) => void, level: 'info' | 'debug' = 'info') {
  const output = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream & PassThrough;
  tell(await ServiceLog.open(level, format, output));
  output.end();
  return text(output);
}

const line = (log: ServiceLog): void => {
  log.warn({ msg: 'the log was cut off', seconds: 3 }, 'EventStore');
};

it.each([
  [false, undefined],
  [true, 'json'],
] as const)('an object a line: a terminal is %s, LOG_FORMAT is %s', async (isTTY, format) => {
  const told: unknown = JSON.parse(await printed(isTTY, format, line));
  expect(told).toMatchObject({ level: 'warn', context: 'EventStore', msg: 'the log was cut off', seconds: 3 });
  expect(told).toHaveProperty('time');
});

it.each([
  [true, undefined],
  [false, 'pretty'],
] as const)('a text: a terminal is %s, LOG_FORMAT is %s', async (isTTY, format) => {
  const told = await printed(isTTY, format, line);
  expect(told).toMatch(/^\S*\[\d\d:\d\d:\d\d\.\d{3}\].*WARN.*the log was cut off/);
  expect(told.trim()).not.toContain('\n');
});

it('an error is told with its stack', async () => {
  const told = await printed(false, 'json', (log) => {
    log.error(new Error('no room'), 'Import');
  });
  expect(JSON.parse(told)).toMatchObject({
    level: 'error',
    context: 'Import',
    msg: 'no room',
    err: { stack: expect.stringContaining('at ') as string },
  });
});

it('what is below the level is not told, nor how Nest builds itself unless it is looked for', async () => {
  const tell = (log: ServiceLog): void => {
    log.debug('a detail', 'Request');
    log.log('mapped', 'RouterExplorer');
  };
  expect(await printed(false, 'json', tell)).toBe('');
  expect((await printed(false, 'json', tell, 'debug')).trim().split('\n')).toHaveLength(2);
});
