import type { LogObserver } from '../../event-store/observed-event-store.js';
import type { Spans } from '../../ports/spans.js';

/** Each append as a span: from the events that were decided to their being durable. */
export function appendSpans(spans: Spans): LogObserver {
  return {
    called({ operation, seconds, error, recorded }) {
      if (operation === 'append') spans.over('append', { 'tracker.events': recorded.length }, { seconds, error });
    },
  };
}
