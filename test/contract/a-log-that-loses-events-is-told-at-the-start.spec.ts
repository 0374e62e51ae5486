import supertest from 'supertest';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { TestService } from '../support/service.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';

describe('a log of which somebody set a stream to lose events', () => {
  let server: EventStoreDbDouble;

  beforeEach(async () => {
    server = await EventStoreDbDouble.start();
  });
  afterEach(() => server.stop());

  it('is found out, other streams and harmless settings left aside', async () => {
    server.appendAsOthers('$$report-n.aged', '$metadata', '{"$maxAge": 3600}');
    server.appendAsOthers('$$report-n.harmless', '$metadata', '{"$acl": {"$r": "$all"}}');
    server.appendAsOthers('$$somebody-elses', '$metadata', '{"$maxCount": 1}');
    const store = new EventStoreDbEventStore(server.url, Date.now);
    expect(await store.erasingSettings()).toEqual(['report-n.aged is set to lose events: {"$maxAge":3600}']);
    await store.close();
  });

  it('is told by the health of each node', async () => {
    server.appendAsOthers('$$negotiation-n', '$metadata', '{"$maxCount": 10}');
    const service = await TestService.start({ eventStoreUrl: server.url });
    let faults: readonly string[] = [];
    for (let tries = 0; tries < 200 && faults.length === 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const answer = await supertest(service.url).get('/health/ready');
      faults = (answer.body as { faults?: string[] }).faults ?? [];
    }
    expect(faults).toEqual(['negotiation-n is set to lose events: {"$maxCount":10}']);
    await service.stop();
  });
});
