import { DatabaseSync } from 'node:sqlite';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { degradedIssues, parkedEvents } from '../../../src/read-model/reading/parked-reader.js';
import { reportVersions } from '../../../src/read-model/reading/report-record.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { BodiesInLog } from '../../../src/read-model/tables/bodies.js';
import { Story } from '../../support/histories-by-hand.js';
import { appendTo, folder } from './files.js';

it.each([
  ['data', '{"negotiation":"n","id":"torn","data":{"proposition":"p"'],
  ['metadata', '{"version":'],
])('one whose %s is torn is parked, degrades what it names, and stops nothing behind it', async (column, torn) => {
  using own = folder();
  const story = new Story();
  story.position('torn', 'a', 'demands');
  story.position('after', 'b', 'rejects');
  const filled = new SqliteEventStore(own.file('log.db'), () => Date.UTC(2026, 0, 20));
  for (const recorded of story.log) await appendTo(filled, recorded);
  await filled.close();
  const file = new DatabaseSync(own.file('log.db'));
  file.prepare(`UPDATE event SET ${column} = ? WHERE stream = 'report-n.torn'`).run(torn);
  file.close();

  const store = new SqliteEventStore(own.file('log.db'), () => Date.UTC(2026, 0, 20));
  const readModel = new ReadModel(own.file('r.db'), new BodiesInLog(own.file('log.db')));
  for await (const events of store.readAll()) readModel.apply(events);
  expect(readModel.applied).toBe(await store.head());
  expect(parkedEvents(readModel.rows)).toMatchObject([{ type: 'PositionStated', negotiation: 'n', issues: ['i'] }]);
  expect([...degradedIssues(readModel.rows, 'n', readModel.applied)]).toEqual(['i']);
  expect(reportVersions(readModel.rows, 'n', 'after', readModel.applied)).toHaveLength(1);
  readModel.close();
  await store.close();
});
