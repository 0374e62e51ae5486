import type { StreamName } from '../event-store.js';
import type { HistoryFault } from '../history-fault.js';

/** The settings of a stream are events of this type in the stream `$$NAME`; a stream that is deleted for good ends with one of the other. */
export const SETTINGS_CHANGED = '$metadata';
export const DELETED_FOR_GOOD = '$streamDeleted';

const SETTINGS_OF = '$$';

/** How EventStoreDB says that a stream is deleted but may be begun again: it is truncated before the last number there is. */
const TRUNCATED_WHOLLY = 2 ** 63;

/** The stream that an event of one of the two types is about. */
export function streamConcerned(stream: StreamName): StreamName {
  return stream.startsWith(SETTINGS_OF) ? stream.slice(SETTINGS_OF.length) : stream;
}

/** What settings make of a stream; undefined: they take nothing away. @param settings as EventStoreDB keeps them */
export function faultOfSettings(stream: StreamName, settings: unknown): HistoryFault | undefined {
  const { $tb, $maxCount, $maxAge } = (typeof settings === 'object' && settings !== null ? settings : {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof $tb === 'number' && $tb >= TRUNCATED_WHOLLY) return deleted(stream);
  if ($tb !== undefined) return set('truncate-before-set', stream, `$tb is ${JSON.stringify($tb)}`);
  if ($maxCount !== undefined) return set('max-count-set', stream, `$maxCount is ${JSON.stringify($maxCount)}`);
  if ($maxAge !== undefined) return set('max-age-set', stream, `$maxAge is ${JSON.stringify($maxAge)}`);
  return undefined;
}

/** What is wrong with a log of which a stream was deleted. */
export function deleted(stream: StreamName): HistoryFault {
  return { code: 'stream-deleted', stream, detail: `the stream ${stream} was deleted in EventStoreDB: restore a backup of the log` };
}

/** @param from the revision that was asked for @param first the one that came */
export function eventsMissing(stream: StreamName, from: bigint, first: bigint): HistoryFault {
  const gone = `events ${String(from)} to ${String(first - 1n)} of the stream ${stream} are gone`;
  return { code: 'events-missing', stream, detail: `${gone}: it was truncated or scavenged; restore a backup of the log` };
}

/** Nothing is left of a stream that was there. */
export function allMissing(stream: StreamName): HistoryFault {
  return {
    code: 'events-missing',
    stream,
    detail: `all events of the stream ${stream} are gone: it was scavenged; restore a backup of the log`,
  };
}

function set(code: HistoryFault['code'], stream: StreamName, setting: string): HistoryFault {
  return { code, stream, detail: `the stream ${stream} is set to lose events (${setting}): take the setting away` };
}
