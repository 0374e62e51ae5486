/**
 * A desk's own program, written against the client that openapi-typescript and openapi-fetch make of the document: it posts what was
 * reported, reads it back, is refused, and goes through a list. `api.mts` is made when this is compiled.
 */
import createClient from 'openapi-fetch';
import type { components, paths } from './api.mjs';

/** Lists are tables of CSV too, where that is asked for. */
type Json = 'application/json' | 'application/problem+json';

const [, , baseUrl = '', key = ''] = process.argv;
const anybody = createClient<paths, Json>({ baseUrl });
const desk = createClient<paths, Json>({ baseUrl, headers: { authorization: `Bearer ${key}` } });
const n = 'talks';

type Position = components['schemas']['PositionStated'];
const position: Position = {
  type: 'PositionStated',
  source: { id: 'times' },
  occurred: '2026-01-04',
  claim: { by: ['putin'], form: 'direct-quote' },
  summary: 'Russia demands the Donbas.',
  data: { party: 'russia', proposition: 'cede-donbas', modality: 'demands' },
};

const reports = '/v1/admin/negotiations/{n}/reports';
const posted = await desk.POST(reports, { params: { path: { n } }, body: position });
const misspelt: Position = { ...position, data: { ...position.data, party: 'rusia' } };
const refused = await desk.POST(reports, { params: { path: { n } }, body: misspelt });

const r = posted.data?.id ?? '';
const report = await anybody.GET('/v1/negotiations/{n}/reports/{r}', { params: { path: { n, r } } });
const issue = await anybody.GET('/v1/negotiations/{n}/issues/{i}', { params: { path: { n, i: 'territory' }, query: { voice: 'own' } } });
const missing = await anybody.GET('/v1/negotiations/{n}/reports/{r}', { params: { path: { n, r: 'nothing' } } });

const names: string[] = [];
let cursor: string | undefined;
let pages = 0;
do {
  const page = await anybody.GET('/v1/negotiations/{n}/parties', {
    params: { path: { n }, query: { limit: '2', ...(cursor && { cursor }) } },
  });
  names.push(...(page.data?.items ?? []).map(({ name }) => name));
  const next = page.data?.next ?? null;
  cursor = next === null ? undefined : (new URL(next, baseUrl).searchParams.get('cursor') ?? undefined);
  pages += 1;
} while (cursor !== undefined);

const told = {
  posted: [posted.response.status, posted.data?.projected],
  refused: [refused.error?.code, refused.error?.errors[0]?.suggestions],
  report: [report.data?.type, report.data?.certainty],
  stances: issue.data?.stances.map(({ party, modality, voice }) => [party, modality, voice]),
  missing: [missing.response.status, missing.error?.code],
  names,
  pages,
};
process.stdout.write(JSON.stringify(told));
