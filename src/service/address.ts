import { once } from 'node:events';
import { createServer } from 'node:net';
import { CannotStart } from './cannot-start.js';

/** Finds out whether the address can be listened on, before anything is written. @throws CannotStart */
export async function requireFreeAddress(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw cannotListen(port, host, error);
  }
  probe.close();
  await once(probe, 'close');
}

/** Why a port cannot be listened on, for the person who started the service. */
export function cannotListen(port: number, host: string, error: unknown): CannotStart {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new CannotStart(`PORT ${String(port)} on ${host} is in use`);
  if (code === 'EACCES') return new CannotStart(`PORT ${String(port)} on ${host} is not allowed to this user`);
  return new CannotStart(`HOST ${host} cannot be listened on: ${message}`);
}
