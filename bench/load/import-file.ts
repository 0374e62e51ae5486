import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { ADMIN_KEY } from '../servers/child.js';

export interface Summary {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** Sends a file of lines to the import and reads every line of the answer. */
export async function importFile(port: number, path: string, negotiation: string): Promise<Summary> {
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/x-ndjson' };
  const sent = request({ port, host: '127.0.0.1', method: 'POST', path: `/v1/admin/negotiations/${negotiation}/import`, headers });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  const [[answer]] = await Promise.all([answered, pipeline(createReadStream(path), sent)]);
  let last = '';
  for await (const line of createInterface({ input: answer })) last = line;
  const { summary } = JSON.parse(last) as { summary?: Summary };
  if (summary === undefined) throw new Error(`the import ended with: ${last}`);
  return summary;
}
