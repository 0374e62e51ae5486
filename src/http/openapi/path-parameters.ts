import { LINK_KINDS } from '../../vocabulary/events/report-links.js';

interface PathParameter {
  readonly name: string;
  readonly in: string;
  description?: string;
  schema?: object;
  example?: unknown;
}

const ID = { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{0,79}$' };

/** What the parameter behind each segment of a path is, with an example of the seeds. */
const BEHIND: Readonly<Record<string, readonly [description: string, example: string, schema?: object]>> = {
  negotiations: [
    'The id of the negotiation, which holds no dot',
    'ukraine-peace',
    { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,79}$' },
  ],
  issues: ['The id of the issue', 'territory', ID],
  propositions: ['The id of the proposition', 'us-troops-in-ukraine', ID],
  parties: ['The id of the party', 'germany', ID],
  persons: ['The id of the person', 'friedrich-merz', ID],
  plans: ['The id of the plan', '20-point-plan', ID],
  meetings: ['The id of the meeting', 'paris-2026-01-06', ID],
  sources: ['The id of the source', 'article-002', ID],
  reports: ['The id of the report', 'merz-rules-nothing-out', ID],
  links: ['How the reports are linked', 'contradicts', { type: 'string', enum: [...LINK_KINDS] }],
  webhooks: ['The id of the webhook', '019b8a31-7c6e-7d0c-9f5e-2b1f3a4c5d6e', ID],
  '{folder}': ['The id of the entry', 'territory', ID],
  '{kind}': ['The id of what it is about', 'merz-had-ruled-out-troops', ID],
  keys: ['The name of the key', 'desk', { type: 'string', pattern: '^[\\w.-]{1,80}$' }],
};

const FOLDERS = ['issues', 'propositions', 'parties', 'persons', 'plans', 'meetings', 'sources'];

/** Says of each parameter of a path what it is. @param path its parameters as `{name}` */
export function describePathParameters(path: string, parameters: readonly PathParameter[]): void {
  const segments = path.split('/');
  for (const parameter of parameters.filter((one) => one.in === 'path')) {
    const before = segments[segments.indexOf(`{${parameter.name}}`) - 1] ?? '';
    if (before === '{n}') {
      Object.assign(parameter, { description: 'The kind of entry', schema: { type: 'string', enum: FOLDERS }, example: 'issues' });
      continue;
    }
    const [description, example, schema] = BEHIND[before] ?? [];
    Object.assign(parameter, { ...(description && { description, example }), ...(schema && { schema }) });
  }
}
