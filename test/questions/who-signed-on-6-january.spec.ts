import { newsroom } from './newsroom.js';

const reader = newsroom();

describe('Who signed what on 6 January?', () => {
  it('was signed by Macron, Starmer and Zelenskyy for their countries', async () => {
    const { agreements } = await reader.issue('peacekeeping-force', 'on=2026-01-07');
    expect(agreements).toMatchObject([
      {
        report: 'declaration-of-intent-signed',
        document: { kind: 'declaration-of-intent' },
        signatories: [
          { party: 'france', person: 'emmanuel-macron' },
          { party: 'united-kingdom', person: 'keir-starmer' },
          { party: 'ukraine', person: 'volodymyr-zelenskyy' },
        ],
        propositions: ['european-force-in-ukraine', 'french-part-in-force', 'british-part-in-force'],
        conditions: [{ text: 'there is a ceasefire to watch', proposition: 'ceasefire-talks' }],
        certainty: 'certain',
      },
    ]);
  });

  it('was not signed by Germany or the United States, and binds neither', async () => {
    const signed = await reader.reports('type=AgreementSigned&on=2026-01-31');
    expect(signed.map(({ id }) => id)).toEqual(['declaration-of-intent-signed']);
    for (const party of ['germany', 'united-states'])
      expect(await reader.reports(`type=AgreementSigned&party=${party}&on=2026-01-31`)).toEqual([]);
    expect(await reader.stance('germany', 'european-force-in-ukraine', 'on=2026-01-31')).toBeUndefined();
  });

  it('was in no paper on the evening of the 6th', async () => {
    expect(await reader.issue('peacekeeping-force', 'on=2026-01-06')).toMatchObject({ agreements: [] });
    expect(await reader.issue('peacekeeping-force', 'asOf=2026-01-05')).toMatchObject({ agreements: [] });
    const { agreements } = await reader.issue('peacekeeping-force', 'asOf=2026-01-06');
    expect(agreements).toMatchObject([{ report: 'declaration-of-intent-signed', certainty: 'certain' }]);
  });
});

describe('Where is that written?', () => {
  it('is told with the source, the line and the words as they were printed', async () => {
    const report = await reader.ask('/reports/merz-rules-nothing-out?on=2026-01-07');
    expect(report).toMatchObject({
      source: { id: 'article-002', locator: 'line 1', quote: 'grundsätzlich nichts' },
      occurred: { edtf: '2026-01-06', phrase: 'am Dienstagabend', basis: 'relative', anchor: '2026-01-07' },
    });
  });

  it('says of an undated article that its date is inferred, and why', async () => {
    const { published } = await reader.ask<{ published: { edtf: string; basis: string; note: string } }>('/sources/article-001');
    expect(published).toMatchObject({ edtf: '2025-12-31/2026-01-02', basis: 'inferred' });
    expect(published.note).toContain('Undated');
  });
});
