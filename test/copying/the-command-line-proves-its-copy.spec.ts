import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { builtProgram } from '../support/process-build.js';
import { type Ended, tracker } from '../support/tracker-command.js';
import { CopyingPlace } from './copying-place.js';

const place = new CopyingPlace();
afterEach(() => place.clear());

const copyLog = (...args: string[]): Promise<Ended> => tracker(['copy-log', ...args]);

/** The file of a filled embedded log that nobody has open. */
async function aFile(): Promise<{ path: string; count: number }> {
  const path = place.newFile();
  const log = new SqliteEventStore(path, Date.now);
  await place.aFilledLog(log);
  let count = 0;
  for await (const events of log.readAll()) count += events.length;
  await log.close();
  return { path, count };
}

describe('copy-log', () => {
  beforeAll(async () => {
    await builtProgram();
  });

  it('prints the proof and ends with 0, repeated too, and back into a file', async () => {
    const { path, count } = await aFile();
    const { url } = await place.double();
    const proof = `both logs hold the same ${String(count)} events, in the same order\n`;
    const first = await copyLog('--from', path, '--to', url);
    expect({ ...first, stderr: '' }).toEqual({ code: 0, stderr: '', stdout: `${String(count)} events, 0 of them there before\n${proof}` });
    expect(first.stderr).not.toMatch(/error|warn/i);
    const again = await copyLog('--from', path, '--to', url);
    expect([again.code, again.stdout]).toEqual([0, `${String(count)} events, ${String(count)} of them there before\n${proof}`]);
    const back = await copyLog('--from', url, '--to', place.newFile());
    expect([back.code, back.stdout]).toEqual([0, `${String(count)} events, 0 of them there before\n${proof}`]);
  });

  const oneLine = (what: RegExp) => ({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^tracker: ${what.source}\\n$`)) as string,
  });

  it('says in one line that the source is not there, and makes no file', async () => {
    const [from, to] = [place.newFile(), place.newFile()];
    expect(await copyLog('--from', from, '--to', to)).toEqual(oneLine(/\S+ is not there/));
    expect([existsSync(from), existsSync(to)]).toEqual([false, false]);
  });

  it('says in one line that a log is in use, is no log, or is no URL', async () => {
    const { path } = await aFile();
    const used = place.newFile();
    place.kept(new SqliteEventStore(used, Date.now));
    expect(await copyLog('--from', used, '--to', place.newFile())).toEqual(oneLine(/\S+ is in use by another process/));
    expect(await copyLog('--from', path, '--to', used)).toEqual(oneLine(/\S+ is in use by another process/));
    expect(await copyLog('--from', path, '--to', path)).toEqual(oneLine(/\S+ is in use by another process/));
    const noLog = place.newFile();
    writeFileSync(noLog, 'no database '.repeat(1_000));
    expect(await copyLog('--from', noLog, '--to', place.newFile())).toEqual(oneLine(/\S+ cannot be opened: .*/));
    const otherTables = place.newFile();
    const other = new DatabaseSync(otherTables);
    other.exec('CREATE TABLE mine (a)');
    expect(await copyLog('--from', otherTables, '--to', place.newFile())).toEqual(oneLine(/\S+ is no log: no such table: event/));
    expect(await copyLog('--from', path, '--to', otherTables)).toEqual(oneLine(/\S+ is no log: it holds other tables/));
    expect(other.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'mine' }]);
    other.close();
    expect(await copyLog('--from', path, '--to', 'esdb://user:s3cret@127.0.0.1:port')).toEqual(oneLine(/esdb:\/\/\*\*\*@127.*/));
  });

  it('changes nothing of the source, such as the log of a backup', async () => {
    const { path, count } = await aFile();
    const file = new DatabaseSync(path);
    file.exec('PRAGMA journal_mode = DELETE');
    file.close();
    const folder = place.newFolder();
    const backup = join(folder, 'log.sqlite');
    copyFileSync(path, backup);
    const { code, stdout } = await copyLog('--from', backup, '--to', place.newFile());
    expect([code, stdout]).toEqual([0, expect.stringContaining(`both logs hold the same ${String(count)} events`)]);
    expect(readFileSync(backup).equals(readFileSync(path))).toBe(true);
    expect(readdirSync(folder)).toEqual(['log.sqlite']);
  });

  it('says in one line that a server cannot be reached, without its password', async () => {
    const { path } = await aFile();
    const { code, stderr } = await copyLog('--from', path, '--to', 'esdb://user:s3cret@127.0.0.1:1?tls=false');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^tracker: EventStoreDB at esdb:\/\/\*\*\*@127\.0\.0\.1:1\S* cannot be reached: .*$/m);
    expect(stderr).not.toContain('s3cret');
  });

  it.each(['a file', 'a server'])('ends with 4 and one line where the target, %s, holds another log', async (kind) => {
    const { path } = await aFile();
    const double = await place.double();
    await place.aFilledLog(await place.eventStoreDb(double));
    const target = kind === 'a file' ? (await aFile()).path : double.url;
    const { code, stderr } = await copyLog('--from', path, '--to', target);
    expect([code, stderr.trimEnd().split('\n').at(-1)]).toEqual([4, expect.stringMatching(/tracker: the target holds another log: /)]);
  });
});
