import type { ServerResponse } from 'node:http';

/**
 * Cuts a client off that neither sends nor takes anything for so long while it is the one that is waited for.
 * The timeout is the response's own: at one that only the socket hears of Node cuts off whoever it is, and on a connection that is
 * kept each request would leave a listener behind.
 */
export function cutOffWhenSilent(response: ServerResponse, silenceMs: number, isWaitedFor: () => boolean): void {
  response.setTimeout(silenceMs, () => {
    if (isWaitedFor()) response.socket?.destroy();
    else response.socket?.setTimeout(silenceMs);
  });
  // Before Node begins to count how long the connection idles, or answers what came next on it.
  response.prependOnceListener('finish', () => response.socket?.setTimeout(0));
}
