import { aNegotiation, aReport, postUntilAcknowledged } from '../support/fault-clients.js';
import { type FaultyLog, faultyLogs } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';

/** Several times as many as are decided together. */
const REPORTS = 1_200;
const PATIENT = { tryMs: 60_000, totalMs: 120_000 };
/** Posted elsewhere, with other content than the import has. */
const TAKEN = [3, 500, 850, 851, 1_199];

const idOf = (i: number): string => `r${String(i)}`;

/** A source in the midst of the reports that name it, so that what one part brings is named by the next. */
const LINES = Array.from({ length: REPORTS }, (_, i) => {
  const source = `s${String(Math.floor(i / 50))}`;
  const report = { entry: 'report', ...aReport(idOf(i), i), source: { id: source } };
  return i % 50 === 0 ? [{ entry: 'source', id: source, published: '2026-01-05' }, report] : [report];
}).flat();

describe.each(faultyLogs())('%s', (_name, start) => {
  let log: FaultyLog;
  const nodes: AppNode[] = [];

  beforeAll(async () => {
    log = await start();
    nodes.push(await AppNode.start(log.url, PATIENT), await AppNode.start(log.url, PATIENT));
  });
  afterAll(async () => {
    for (const node of nodes) await node.stop();
    await log.stop();
  });

  it('rejects what stands with other content, records all else, and then nothing twice', async () => {
    const [node, other] = nodes;
    if (!node || !other) throw new Error('not started');
    const negotiation = await aNegotiation(other);
    for (const i of TAKEN)
      await postUntilAcknowledged(other, negotiation, { ...aReport(idOf(i)), summary: 'Otherwise.' } as { id: string });
    const told = await node.importLines(negotiation, LINES);
    expect(told).toHaveLength(LINES.length + 1);
    expect(told.map(({ id }) => id)).toEqual([...LINES.map(({ id }) => id), undefined]);
    const rejected = told.filter(({ outcome }) => outcome === 'rejected');
    expect(rejected.map(({ id, problem }) => [id, problem.code])).toEqual(TAKEN.map((i) => [idOf(i), 'id-in-use']));
    const again = await node.importLines(negotiation, LINES);
    const counts = { created: 0, changed: 0, unchanged: LINES.length - TAKEN.length, rejected: TAKEN.length };
    expect(again.at(-1)).toMatchObject({ summary: counts });
    await eventually('the other node has all', async () => {
      const { status, body } = await other.read(negotiation);
      return status === 200 && body.counts.reports === REPORTS;
    });
  });
});
