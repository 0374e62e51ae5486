import type { Command } from 'commander';
import { type Axes, axesQuery, pointText, withAxes } from './axes-options.js';
import type { ServiceClient } from './service-client.js';
import type { Surroundings } from './surroundings.js';
import { tableOf } from './table.js';
import { type Asked, askingCommand, negotiationOf, SERVICE_HELP, withService } from './with-service.js';

const EXAMPLES = `
Examples:
  $ tracker state
  $ tracker state territory --on 2026-01-31
  $ tracker state territory --json | jq .stances`;

interface IssueInShort {
  readonly id: string;
  readonly title: string;
  readonly convergence: string;
  readonly stale: boolean;
  readonly degraded: boolean;
  readonly counts: { readonly reports: number; readonly stances: number; readonly blockers: number };
}

interface IssueState {
  readonly at: { readonly asOf: string; readonly knownBy: string | null; readonly recordedBy: string };
  readonly id: string;
  readonly title: string;
  readonly convergence: string;
  readonly stale: boolean;
  readonly degraded: boolean;
  readonly stances: readonly {
    readonly party: string;
    readonly target: { readonly proposition?: string; readonly plan?: string };
    readonly modality: string;
    readonly voice: string;
    readonly since: string;
    readonly certainty: string;
    readonly evidence: readonly string[];
  }[];
  readonly meetings: readonly { readonly id: string; readonly status: string; readonly when: string | null; readonly certainty: string }[];
  readonly plans: readonly { readonly id: string; readonly status: string; readonly certainty: string }[];
  readonly blockers: readonly { readonly kind: string; readonly summary: string; readonly ageDays: number; readonly certainty: string }[];
}

type Options = Asked & Axes & { readonly json?: true };

/** `state`: all issues in short, or the whole state of one. */
export function stateCommand(around: Surroundings): Command {
  return withAxes(askingCommand('state', 'How the issues stand, or one of them, at any point in time'))
    .argument('[issue]', 'the id of an issue (default: all, in short)')
    .option('--json', 'as JSON, as the service answers')
    .addHelpText('after', EXAMPLES + SERVICE_HELP)
    .action(async (issue: string | undefined, options: Options) => {
      await withService(around, options, async (service) => {
        const path = `/v1/negotiations/${encodeURIComponent(await negotiationOf(service, options))}/issues`;
        around.say(issue === undefined ? await allInShort(service, path, options) : await wholeState(service, path, issue, options));
      });
    });
}

async function allInShort(service: ServiceClient, path: string, options: Options): Promise<string> {
  const items: IssueInShort[] = [];
  for await (const item of service.items<IssueInShort>(path, axesQuery(options))) items.push(item);
  if (options.json) return JSON.stringify(items, null, 2);
  return tableOf(
    ['issue', 'convergence', 'reports', 'stances', 'blockers', 'news', 'title'],
    items.map(({ id, convergence, counts, stale, title }) => [
      id,
      convergence,
      String(counts.reports),
      String(counts.stances),
      String(counts.blockers),
      stale ? 'stale' : 'fresh',
      title,
    ]),
  );
}

async function wholeState(service: ServiceClient, path: string, issue: string, options: Options): Promise<string> {
  const state = await service.json<IssueState>(`${path}/${encodeURIComponent(issue)}`, axesQuery(options));
  if (options.json) return JSON.stringify(state, null, 2);
  const head = [
    `${state.id}: ${state.title}`,
    `${state.convergence}${state.stale ? ', stale' : ''}${state.degraded ? ', degraded: an event of it could not be read' : ''}`,
    pointText(state.at),
  ].join('\n');
  return [head, ...sectionsOf(state)].join('\n\n');
}

function sectionsOf({ stances, meetings, plans, blockers }: IssueState): string[] {
  const section = (headings: string[], rows: string[][]): string[] => (rows.length === 0 ? [] : [tableOf(headings, rows)]);
  return [
    ...section(
      ['party', 'stance', 'on', 'voice', 'since', 'certainty', 'evidence'],
      stances.map(({ party, modality, target, voice, since, certainty, evidence }) => [
        party,
        modality,
        target.proposition ?? target.plan ?? '',
        voice,
        since,
        certainty,
        evidence[0] ?? '',
      ]),
    ),
    ...section(
      ['meeting', 'status', 'when', 'certainty'],
      meetings.map(({ id, status, when, certainty }) => [id, status, when ?? '', certainty]),
    ),
    ...section(
      ['plan', 'status', 'certainty'],
      plans.map(({ id, status, certainty }) => [id, status, certainty]),
    ),
    ...section(
      ['blocker', 'days', 'certainty', 'summary'],
      blockers.map(({ kind, ageDays, certainty, summary }) => [kind, String(ageDays), certainty, summary]),
    ),
  ];
}
