import type { EventStore as Port } from './event-store.js';

/** The port as a class, which is what Nest injects by. */
export abstract class EventStore implements Port {
  abstract readonly hasOneWriter: boolean;
  abstract readonly appendTogether?: Port['appendTogether'];
  abstract append(...args: Parameters<Port['append']>): ReturnType<Port['append']>;
  abstract readStream(...args: Parameters<Port['readStream']>): ReturnType<Port['readStream']>;
  abstract eventAt(...args: Parameters<Port['eventAt']>): ReturnType<Port['eventAt']>;
  abstract readAll(...args: Parameters<Port['readAll']>): ReturnType<Port['readAll']>;
  abstract subscribeAll(...args: Parameters<Port['subscribeAll']>): ReturnType<Port['subscribeAll']>;
  abstract head(): ReturnType<Port['head']>;
  abstract times(): ReturnType<Port['times']>;
  abstract historyFaults(...args: Parameters<Port['historyFaults']>): ReturnType<Port['historyFaults']>;
  abstract close(): ReturnType<Port['close']>;
}
