import type { Role } from '../http/caller.js';

/**
 * Who may ask: everybody, or callers of a role; `reader` is everybody where reading is public. `watcher`: any caller, limited to some
 * negotiations or not, and everybody where metrics are public.
 */
export type Rule = Role | 'everybody' | 'watcher';

const ENTRIES = ['issues', 'propositions', 'parties', 'persons', 'plans', 'meetings', 'sources'];
const NAMED = ['issues', 'plans', 'meetings', 'reports', 'parties', 'persons', 'sources', 'propositions'];
const A = '/v1/admin/negotiations/:n';
const N = '/v1/negotiations/:n';

function rules(rule: Rule, ...routes: readonly string[]): [string, Rule][] {
  return routes.map((route) => [route, rule]);
}

/** The one table of who may do what: each route that is served, and whom it serves. A route that is not in it is refused at the start. */
export const ROUTE_RULES: ReadonlyMap<string, Rule> = new Map([
  ...rules('everybody', 'GET /health/live', 'GET /health/ready', 'GET /openapi.json', 'GET /docs', 'GET /about', 'GET /assets/:file'),
  ...rules('everybody', 'GET /version'),
  ...rules('watcher', 'GET /metrics'),

  ...rules('reader', 'GET /'),
  ...rules(
    'reader',
    'GET /v1/negotiations',
    `GET ${N}`,
    `GET ${N}/search`,
    `GET ${N}/matrix`,
    `GET ${N}/stances`,
    `GET ${N}/stances/expired`,
    `GET ${N}/changes`,
    `GET ${N}/activity`,
    `GET ${N}/replay`,
    `GET ${N}/export`,
  ),
  ...rules('reader', ...NAMED.flatMap((one) => [`GET ${N}/${one}`, `GET ${N}/${one}/:id`]), `GET ${N}/reports/:id/history`),

  ...rules('editor', `GET ${A}`, `GET ${A}/history`, `GET ${A}/:folder/:id`, `GET ${A}/:folder/:id/history`),
  ...rules('editor', `PUT ${A}`, ...ENTRIES.map((one) => `PUT ${A}/${one}/:id`), `POST ${A}/import`),
  ...rules('editor', `PATCH ${A}`, `PATCH ${A}/:folder/:id`, `GET ${A}/reports/:r`, `PATCH ${A}/reports/:r`),
  ...rules('editor', `POST ${A}/reports`, `POST ${A}/reports/:r/corrections`, `POST ${A}/reports/:r/retraction`),
  ...rules('editor', `POST ${A}/reports/:r/reinstatement`, `POST ${A}/sources/:s/withdrawal`, `POST ${A}/sources/:s/readmission`),
  ...rules('editor', `POST ${A}/reports/:r/links`, `DELETE ${A}/reports/:r/links/:kind/:to`),

  ...rules('editor', 'GET /v1/admin/projections'),
  ...rules('admin', 'POST /v1/admin/projections/rebuild', 'POST /v1/admin/projections/parked/retry'),
  ...rules('admin', `GET ${A}/webhooks`, `POST ${A}/webhooks`, `GET ${A}/webhooks/:w`, `DELETE ${A}/webhooks/:w`),
  ...rules('admin', `GET ${A}/webhooks/:w/deliveries`, `POST ${A}/webhooks/:w/secret`),
  ...rules('admin', 'GET /v1/admin/keys', 'POST /v1/admin/keys', 'GET /v1/admin/keys/:name', 'DELETE /v1/admin/keys/:name'),
  ...rules('admin', 'POST /v1/admin/keys/:name/rotation'),
]);

/**
 * Whom a route serves.
 * @param url of the route, its parameters as `:name`, whatever their names are
 * @returns undefined where the table does not have it
 */
export function ruleOf(method: string, url: string): Rule | undefined {
  if (/^\/docs\b/.test(url)) return 'everybody';
  // Pages show what reading shows.
  if (method === 'GET' && /^\/(n|embed)\/:n/.test(url)) return 'reader';
  return BY_SHAPE.get(shapeOf(`${method === 'HEAD' ? 'GET' : method} ${url}`));
}

const BY_SHAPE = new Map([...ROUTE_RULES].map(([route, rule]) => [shapeOf(route), rule]));

/** Parameters are told by their place alone; a slash at the end says nothing. */
function shapeOf(route: string): string {
  return route.replace(/(?<=\S)\/$/, '').replaceAll(/:\w+/g, ':');
}
