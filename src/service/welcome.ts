import type { Config } from '../config.js';
import type { RunningService } from './running-service.js';

/** What a person sees when the service has started: where to look, and with which key to write. */
export function welcome(config: Config, { url, madeKey, seeded }: Pick<RunningService, 'url' | 'madeKey' | 'seeded'>): string {
  const lines = [
    `Negotiation tracker: ${url}`,
    `API docs:            ${url}/docs`,
    `Data:                ${config.dataDir}`,
    ...(seeded > 0 ? [`Seeds:               ${String(seeded)} entries loaded`] : []),
    `Admin key:           ${madeKey === undefined ? keyNote(config) : `${madeKey}   (shown this once; kept as a hash)`}`,
    'Ask, for example:',
    ...(config.loadSeeds ? questionsOnSeeds(`${url}/v1/negotiations/ukraine-peace`) : []),
    `  Which negotiations are there?                           ${url}/v1/negotiations`,
  ];
  return lines.join('\n');
}

function questionsOnSeeds(n: string): string[] {
  return [
    `  How is the issue of territory?                          ${n}/issues/territory?on=2026-01-31`,
    `  What did readers know of US troops on 2 January 2026?   ${n}/stances?party=united-states&proposition=us-troops-in-ukraine&on=2026-01-02`,
    `  Did the advisers meet on 3 January 2026?                ${n}/meetings/advisers-2026-01-03?on=2026-01-31`,
  ];
}

function keyNote({ adminKeys }: Config): string {
  return adminKeys ? 'as set in ADMIN_API_KEY' : 'the one shown at the first start (lost? npx tracker keys add NAME --role admin)';
}
