import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchPlace, Measure } from '../../bench-place.js';
import { type Findings, info } from '../../figures/rows.js';
import { importLines } from '../../generator/import-lines.js';
import { catchUp } from './catch-up.js';
import { importing } from './import.js';
import { posts } from './posts.js';
import type { ServerPlace } from './server-place.js';

const REPORTS = 20_000;
const QUICK_REPORTS = 2_000;

/** The service on a real server, which `TEST_EVENTSTOREDB_URL` names, against the bare client: an import, then its log followed from the start, then posts. */
export const eventstoredb: Measure = {
  name: 'eventstoredb',
  async run({ folder, options }: BenchPlace): Promise<Findings> {
    const url = process.env.TEST_EVENTSTOREDB_URL ?? '';
    if (url === '') return { rows: [info('on EventStoreDB', 'not measured: TEST_EVENTSTOREDB_URL is not set')] };
    const place: ServerPlace = {
      url,
      folder: join(folder, 'eventstoredb'),
      negotiation: `bench-${crypto.randomUUID()}`,
      lines: [...importLines({ seed: options.seed, reports: options.isQuick ? QUICK_REPORTS : REPORTS, late: 0.01 })],
      isQuick: options.isQuick,
    };
    rmSync(place.folder, { recursive: true, force: true });
    mkdirSync(place.folder);
    const findings = [await importing(place), await catchUp(place), await posts(place)];
    rmSync(place.folder, { recursive: true });
    return { rows: findings.flatMap(({ rows }) => rows), notes: findings.flatMap(({ notes = [] }) => notes) };
  },
};
