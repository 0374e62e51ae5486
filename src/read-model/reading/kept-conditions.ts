import { LRUCache } from 'lru-cache';
import type { Condition } from '../../vocabulary/events/position-stated.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';

/** Each counts as so many and one. */
const KEPT = 20_000;

/** On what contents make their statements depend, kept without the rest of them: few statements have conditions, and each state shows others. */
export class KeptConditions {
  private readonly kept = new LRUCache<number, readonly Condition[]>({
    maxSize: KEPT,
    sizeCalculation: (conditions) => 1 + conditions.length,
  });

  constructor(private readonly contentOf: (content: number) => ReportContent) {}

  /** None of a content that makes no statement. */
  of(content: number): readonly Condition[] {
    let conditions = this.kept.get(content);
    if (conditions === undefined) {
      const body = this.contentOf(content);
      conditions = body.type === 'PositionStated' || body.type === 'AgreementSigned' ? body.data.conditions : [];
      this.kept.set(content, conditions);
    }
    return conditions;
  }
}
