import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { LogCall, LogObserver } from '../../event-store/observed-event-store.js';
import type { RequestTold } from '../../http/requests-told.js';
import type { Program } from '../../ports/program.js';

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What this process counts, for Prometheus. Times are in seconds. */
export class Metrics implements LogObserver {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'tracker_http_request_seconds',
    help: 'Requests by route and status, and how long they took; a live stream as long as it was open',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly refusals = this.counter('tracker_refusals_total', 'Requests that were answered with a problem, by its code', 'code');
  private readonly events = this.counter('tracker_events_recorded_total', 'Events that this node recorded, by type', 'type');
  private readonly logTimes = this.histogram('tracker_log_seconds', 'How long the log took', 'operation');
  private readonly logFailures = this.counter('tracker_log_failures_total', 'What the log did not do', 'operation');
  private readonly queryTimes = this.histogram(
    'tracker_query_seconds',
    'How long queries took, up to the beginning of their answer',
    'query',
  );

  private readonly clockJumps = new Counter({
    name: 'tracker_clock_jumps_total',
    help: 'How often the clock of this machine was set, or the machine has slept',
    registers: [this.registry],
  });

  private readonly deliveries = this.counter(
    'tracker_webhook_attempts_total',
    'What was sent to webhooks, by whether it was taken',
    'taken',
  );

  constructor({ version, commit }: Program) {
    const labels = { version, commit: commit ?? '', node: process.versions.node };
    this.gauge('tracker_info', 'Which program this is', Object.keys(labels)).set(labels, 1);
    collectDefaultMetrics({ register: this.registry });
  }

  request({ method, route, status, milliseconds, problem }: RequestTold): void {
    this.requests.observe({ method, route: route ?? 'none', status }, milliseconds / 1_000);
    if (problem !== null) this.refusals.inc({ code: problem });
  }

  /** @param name of its class */
  query(name: string, seconds: number): void {
    this.queryTimes.observe({ query: name.replace(/Query$/, '') }, seconds);
  }

  called({ operation, seconds, error, recorded }: LogCall): void {
    this.logTimes.observe({ operation }, seconds);
    if (error !== undefined) this.logFailures.inc({ operation });
    for (const type of recorded) this.events.inc({ type });
  }

  webhookSent(isTaken: boolean): void {
    this.deliveries.inc({ taken: String(isTaken) });
  }

  clockJumped(): void {
    this.clockJumps.inc();
  }

  /** Something that is looked up whenever it is asked for. @param value undefined or null where it is not known: then it is left out */
  watched(name: string, help: string, value: () => number | null | undefined): void {
    this.gauge(name, help, [], function collect(gauge) {
      const now = value();
      gauge.reset();
      if (now == null) gauge.remove();
      else gauge.set(now);
    });
  }

  private gauge(name: string, help: string, labelNames: string[], collect?: (gauge: Gauge) => void): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry], ...(collect && { collect: collectOf(collect) }) });
  }

  private counter<Label extends string>(name: string, help: string, label: Label): Counter<Label> {
    return new Counter({ name, help, labelNames: [label], registers: [this.registry] });
  }

  private histogram<Label extends string>(name: string, help: string, label: Label): Histogram<Label> {
    return new Histogram({ name, help, labelNames: [label], buckets: SECONDS, registers: [this.registry] });
  }
}

/** The library gives the gauge as `this`. */
function collectOf(collect: (gauge: Gauge) => void): (this: Gauge) => void {
  return function (): void {
    collect(this);
  };
}
