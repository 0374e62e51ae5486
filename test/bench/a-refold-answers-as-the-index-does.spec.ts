import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AskedInProcess } from '../../bench/asked-in-process.js';
import { Random } from '../../bench/generator/random.js';
import { LARGEST_ISSUE } from '../../bench/generator/registry-world.js';
import { buildLog } from '../../bench/logs/build-log.js';
import type { BuiltLog } from '../../bench/logs/built-log.js';
import { MIXES } from '../../bench/questions.js';
import { EventsOfIssue } from '../../bench/refold/events-of-issue.js';
import { folded } from '../../bench/refold/folded.js';
import { isSameState } from '../../bench/refold/same-state.js';
import { issueState } from '../../bench/refold/issue-from-reports.js';

const QUESTIONS = 6;

const folder = mkdtempSync(join(tmpdir(), 'refolded-'));
let log: BuiltLog;
beforeAll(async () => {
  log = await buildLog(folder, { seed: 11, reports: 600, late: 0.2 }, () => undefined);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each(MIXES)('where $name', (mix) => {
  it('what is read from the log and folded gives the answers of the query', async () => {
    const random = Random.of(1, mix.name);
    using asked = new AskedInProcess(log);
    using events = new EventsOfIssue(log.folder, LARGEST_ISSUE);
    for (let i = 0; i < QUESTIONS; i += 1) {
      const question = mix.question(log, random);
      const at = await asked.at(question);
      const answer = await asked.ask(question);
      expect(isSameState(answer, issueState(folded(events, Number(at.recordedBy)).sceneAt(at), LARGEST_ISSUE))).toBe(true);
      expect(isSameState(answer, issueState(folded(events).sceneAt(at), LARGEST_ISSUE))).toBe(true);
    }
  });
});

it('a question with no limits finds most of the stances there can be', async () => {
  using asked = new AskedInProcess(log);
  const { agreements, assessments, meetings, plans, stances } = await asked.ask({});
  expect(stances.length).toBeGreaterThan(100);
  for (const list of [agreements, assessments, meetings, plans]) expect(list.length).toBeGreaterThan(2);
});

it('an answer of another point is not the same', async () => {
  using asked = new AskedInProcess(log);
  using events = new EventsOfIssue(log.folder, LARGEST_ISSUE);
  const at = await asked.at({ asOf: '2024-06-01' });
  expect(isSameState(await asked.ask({}), issueState(folded(events).sceneAt(at), LARGEST_ISSUE))).toBe(false);
});
