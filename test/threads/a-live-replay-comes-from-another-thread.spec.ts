import { get, type IncomingMessage } from 'node:http';
import { startServiceInThreads, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

let service: TestService;
let head: string;
beforeAll(async () => {
  service = await startServiceInThreads();
  await aNegotiation(service);
  head = await service.head();
});
afterAll(() => service.stop());

async function opened(): Promise<IncomingMessage> {
  const url = `${service.url}/v1/negotiations/talks/replay?axis=recorded&from=@${head}`;
  return new Promise((resolve, reject) => {
    get(url, { headers: { accept: 'text/event-stream' } }, resolve).on('error', reject);
  });
}

it('each step as it is recorded, and the stream ends with the service', async () => {
  const stream = await opened();
  stream.setEncoding('utf8');
  const titles = ['First', 'Second', 'Third'];
  const positions: string[] = [];
  for (const [i, title] of titles.entries()) {
    positions.push((await service.put('/talks/issues/territory', { title: `${title} ${String(i)}` }).expect(200)).body.position);
  }
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (positions.every((position) => text.includes(`id: ${position}\n`))) break;
  }
  expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)).toEqual(positions);
});
