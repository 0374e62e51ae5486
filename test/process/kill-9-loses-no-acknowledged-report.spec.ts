import { answers, api, KEY, postUntilItBreaks, rebuild, recordedReports, report } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';

const place = workplace();
// Several starts each, on a machine that may be busy.
const CLIENTS = 6;

describe('kill -9 while several clients post reports', () => {
  const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
  const acknowledged: string[] = [];

  it.each([
    ['first', 40],
    ['second', 15],
    ['third', 80],
  ])('the %s time: every acknowledged report is there, once', async (round, killAfter) => {
    const program = await place.start(settings);
    let count = 0;
    const clients = Array.from({ length: CLIENTS }, (_, i) =>
      postUntilItBreaks(program, `${round}-${String(i)}`, () => {
        count += 1;
        if (count === killAfter) void program.signal('SIGKILL');
      }),
    );
    expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' });
    const news = (await Promise.all(clients)).flat();
    expect(news.length).toBeGreaterThanOrEqual(killAfter);
    acknowledged.push(...news);

    const restarted = await place.start(settings);
    const recorded = await recordedReports(restarted);
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(acknowledged.filter((id) => !recorded.includes(id))).toEqual([]);
    // Beside the acknowledged ones, each client may have one that was in flight.
    const posted = recorded.filter((id) => id.startsWith(round));
    expect(posted.length - news.length).toBeLessThanOrEqual(CLIENTS);
    await restarted.signal('SIGTERM');
  });

  it('answers from the read model as from one that is built anew, and takes every report again as unchanged', async () => {
    const program = await place.start(settings);
    const before = await answers(program);
    expect(await rebuild(program)).toBe(true);
    expect(await answers(program)).toBe(before);
    for (const id of acknowledged.slice(-5)) {
      const again = await api(program, 'POST', '/admin/negotiations/ukraine-peace/reports', report(id));
      expect(again.status).toBe(200);
    }
    expect(await recordedReports(program)).toHaveLength(new Set(await recordedReports(program)).size);
    await program.signal('SIGTERM');
  });
});
