import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { builtProgram } from '../support/process-build.js';
import { workplace } from '../support/process-folders.js';

const place = workplace();
jest.setTimeout(120_000);

it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('%s to npm ends the program too', async (signal) => {
  const env = { ...process.env, PORT: '0', DATA_DIR: place.folder(), LOAD_SEEDS: 'false' };
  const npm = spawn('npm', ['start'], { cwd: await builtProgram(), env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of npm.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString();
    if (said.includes('Admin key')) break;
  }
  const port = Number(/http:\/\/[\d.]+:(\d+)/.exec(said)?.[1]);
  expect(await isOpen(port)).toBe(true);
  const ended = once(npm, 'exit');
  npm.kill(signal);
  await ended;
  while (await isOpen(port)) await new Promise((resolve) => setTimeout(resolve, 50));
});

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isReached = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => {
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  socket.destroy();
  return isReached;
}
