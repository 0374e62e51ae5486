import { aNegotiation } from '../support/service-negotiation.js';
import { startTestService, type TestService } from '../support/service.js';

describe('a body with faults of form and unknown ids', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
    await aNegotiation(service);
  });
  afterAll(() => service.stop());

  it('is told all of them at once', async () => {
    const report = {
      type: 'PositionStated',
      source: { id: 'no-such-source' },
      issues: ['no-such-issue'],
      claim: { by: ['nobody', { name: 'Somebody', party: 'no-such-party' }] },
      summary: '',
      data: { party: 'nowhere', proposition: 'no-such-proposition', modality: 'shouts', previous: 'no-such-report' },
    };
    const { status, body } = await service.post('/talks/reports', report);
    expect(status).toBe(422);
    const told = (body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(told.toSorted()).toEqual(
      [
        '#/summary invalid-format',
        '#/data/modality invalid-value',
        '#/source/id unknown-id',
        '#/issues/0 unknown-id',
        '#/claim/by/0 unknown-id',
        '#/claim/by/1/party unknown-id',
        '#/data/party unknown-id',
        '#/data/proposition unknown-id',
        '#/data/previous unknown-id',
      ].toSorted(),
    );
  });
});
