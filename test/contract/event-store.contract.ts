import { jest } from '@jest/globals';
import { describeClosing } from './event-store/closing.contract.js';
import { describeContent } from './event-store/content.contract.js';
import { describeHashes } from './event-store/hashes.contract.js';
import { describeOrder } from './event-store/order.contract.js';
import { describeReading } from './event-store/reading.contract.js';
import { describeWriters } from './event-store/writers.contract.js';
import { StoreUnderTest, type TestLog } from './event-store/store-under-test.js';

/** On a machine that is busy with other work. */
const SLOW_MACHINE_MS = 180_000;

/** Declares what every store behind the port `EventStore` must do. */
export function describeEventStore(name: string, makeLog: () => Promise<TestLog>): void {
  jest.setTimeout(SLOW_MACHINE_MS);

  describe(name, () => {
    const tested = new StoreUnderTest(makeLog);

    beforeEach(async () => {
      await tested.begin();
    });

    afterEach(async () => {
      await tested.end();
    });

    describeOrder(tested);
    describeWriters(tested);
    describeReading(tested);
    describeHashes(tested);
    describeContent(tested);
    describeClosing(tested);
  });
}
