import { setTimeout as pause } from 'node:timers/promises';
import { aNegotiation, aReport, postUntilAcknowledged, startWriters } from '../support/fault-clients.js';
import { caughtUp } from '../support/fault-counts.js';
import { LiveReplay } from '../support/fault-live.js';
import { type FaultyLog, faultyLogs } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';

describe.each(faultyLogs())('%s', (name, start) => {
  let log: FaultyLog;

  beforeEach(async () => {
    log = await start();
  });

  afterEach(() => log.stop());

  it('shows on one node what is posted on another, and resumed elsewhere has neither a gap nor a repeat', async () => {
    const a = await AppNode.start(log.url);
    const b = await AppNode.start(log.url);
    const negotiation = await aNegotiation(a);
    await caughtUp(b, log.direct);
    const path = `/v1/negotiations${negotiation}/replay?axis=recorded`;
    const live = await LiveReplay.open(b.url, path);
    await postUntilAcknowledged(a, negotiation, aReport('posted-on-a'));
    await eventually('the report is shown on the other node', () => live.reports.includes('posted-on-a'));

    const writers = startWriters(a, negotiation, 4, 10);
    await eventually('some are shown', () => live.events.length > 10);
    await b.stop();
    await eventually('the stream has ended', () => live.ended);
    const resumed = await LiveReplay.open(a.url, path, live.ids.at(-1));
    await writers.done;
    await postUntilAcknowledged(a, negotiation, aReport('the-last-one'));
    await eventually('the last one is shown', () => resumed.reports.includes('the-last-one'));

    const whole = (await a.get(path)).text.trimEnd().split('\n');
    const steps = whole.map((line) => JSON.parse(line) as { position: string });
    expect([...live.ids, ...resumed.ids]).toEqual(steps.map(({ position }) => position));
    process.stdout.write(
      `live replay, ${name}: ${String(live.ids.length)} steps on one node, ${String(resumed.ids.length)} on the other, none missing\n`,
    );
    resumed.close();
    await a.stop();
  });

  it('goes on by itself when the node has lost the log for a while', async () => {
    const other = await AppNode.start(log.url.replace(String(log.proxy.port), String((await log.anotherProxy()).port)));
    const node = await AppNode.start(log.url);
    const negotiation = await aNegotiation(other);
    await caughtUp(node, log.direct);
    const live = await LiveReplay.open(node.url, `/v1/negotiations${negotiation}/replay?axis=recorded`);
    await log.proxy.refuse();
    await postUntilAcknowledged(other, negotiation, aReport('posted-meanwhile'));
    await pause(300);
    expect(live.reports).toEqual([]);
    await log.proxy.heal();
    await eventually('the report is shown', () => live.reports.includes('posted-meanwhile'));
    expect(live.ended).toBe(false);
    live.close();
    await node.stop();
    await other.stop();
  });
});
