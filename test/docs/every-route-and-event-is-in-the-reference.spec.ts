import request from 'supertest';
import { EVENT_CLASSES } from '../../src/vocabulary/events/log-event.js';
import { serviceForDocs } from './service-for-docs.js';
import { chapter, documentation } from './tour.js';

const service = serviceForDocs();

/** `GET A/issues/{id}` and the like in the first cells of a chapter's table, without the names of the parameters. */
function routesIn(heading: string): string[] {
  const firstCells = [...chapter(documentation(), heading).matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell);
  const routes = firstCells.flatMap((cell) => [...cell.matchAll(/`([A-Z]+ \S+)`/g)].map(([, route = '']) => route));
  return routes.map((route) =>
    route
      .replace(' A', ' /v1/admin/negotiations/{n}')
      .replace(' N', ' /v1/negotiations/{n}')
      .replace(/\{\w+\}/g, '{}'),
  );
}

describe('the tables of commands and views in the reference', () => {
  it('have every route that is served, once, and no other', async () => {
    const { paths } = (await request(service.url).get('/openapi.json')).body as { paths: Record<string, object> };
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`),
    );
    const documentation = ['GET /docs', 'GET /openapi.json'];
    expect([...routesIn('Commands'), ...routesIn('Views')].sort()).toEqual([...served, ...documentation].sort());
  });

  it('name every event that is stored, and no other', () => {
    const lines = chapter(documentation(), 'Commands')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const events = lines.flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, event]) => event));
    expect(events.sort()).toEqual(Object.keys(EVENT_CLASSES).sort());
  });
});
