import { setTimeout as pause } from 'node:timers/promises';
import { ADMIN_KEY } from '../servers/child.js';

const ASK_EVERY_MS = 100;

/** A rebuild from its start to its end. @param port of the service */
export async function rebuildOf(port: number): Promise<void> {
  const headers = { authorization: `Bearer ${ADMIN_KEY}` };
  await fetch(`http://127.0.0.1:${String(port)}/v1/admin/projections/rebuild`, { method: 'POST', headers });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/v1/admin/projections`, { headers });
    const { items } = (await answer.json()) as { items: { rebuild: { state: string } | null }[] };
    if (items[0]?.rebuild?.state !== 'running') return;
    await pause(ASK_EVERY_MS);
  }
}

/** Rebuilds one after the other as long as some work lasts. @returns how many were begun, beside what the work gave */
export async function besideRebuilds<T>(port: number, work: () => Promise<T>): Promise<{ readonly result: T; readonly rebuilds: number }> {
  let [isOver, rebuilds] = [false, 0];
  const rebuilding = (async () => {
    for (; !isOver; rebuilds += 1) await rebuildOf(port);
  })();
  const result = await work().finally(() => {
    isOver = true;
  });
  await rebuilding;
  return { result, rebuilds };
}
