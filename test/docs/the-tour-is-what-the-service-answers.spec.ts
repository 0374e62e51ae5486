import request from 'supertest';
import { difference, parseElided } from './elided-json.js';
import { KEY, serviceForDocs } from './service-for-docs.js';
import { chapter, documentation, type Step, stepsOfTour } from './tour.js';

const service = serviceForDocs();
const steps = stepsOfTour(chapter(documentation(), 'A tour'), {
  N: '/v1/negotiations/ukraine-peace',
  A: '/v1/admin/negotiations/ukraine-peace',
  AUTH: `Authorization: Bearer ${KEY}`,
});

/** The steps follow each other: each finds what the ones before it recorded. */
describe('the tour', () => {
  it('has twelve stops and an answer to each request', () => {
    expect(new Set(steps.map(({ title }) => title)).size).toBe(12);
    expect(steps.length).toBeGreaterThanOrEqual(20);
  });

  it.each(steps.map((step) => [`${step.title} ${step.method} ${step.url}`, step] as const))('%s', async (_, step) => {
    const answer = await ask(step);
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: step.status });
    for (const [name, value] of Object.entries(step.answerHeaders)) expect(answer.headers).toMatchObject({ [name]: value });
    expect(difference(parseElided(step.answer), JSON.parse(answer.text))).toBeUndefined();
  });
});

async function ask({ method, url, headers, body }: Step) {
  const agent = request(service.url);
  const asked = method === 'GET' ? agent.get(url) : method === 'PUT' ? agent.put(url) : agent.post(url);
  return asked
    .set(headers)
    .send(body)
    .buffer(true)
    .parse((response, done) => {
      // As text: a replay is no single JSON document to supertest.
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        done(null, text);
      });
    })
    .then(({ status, headers: answered, body: text }) => ({ status, headers: answered as object, text: text as string }));
}
