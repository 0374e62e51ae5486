import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingHttpHeaders } from 'node:http';
import {
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace-base';
import type { Over, SpanFacts } from '../../ports/spans.js';
import type { TracingSetting } from '../../tracing-setting.js';
import { type RequestSpan, RequestSpans } from './request-spans.js';

const MS_PER_SECOND = 1_000;
/** With all its retries: a stop waits for it. */
const LONGEST_SENDING_MS = 2_000;
const propagator = new W3CTraceContextPropagator();

/**
 * Sends spans by OTLP over HTTP, some at a time; where nobody takes them they are dropped. Only loaded where it is asked for. Nothing of
 * OpenTelemetry is made global: two services in one process are traced apart.
 */
export class OtlpSpans extends RequestSpans {
  private readonly current = new AsyncLocalStorage<Context>();
  private readonly provider: BasicTracerProvider;
  private readonly tracer: Tracer;

  constructor({ url, headers, serviceName, share }: TracingSetting, version: string) {
    super();
    this.provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, headers, timeoutMillis: LONGEST_SENDING_MS }))],
    });
    this.tracer = this.provider.getTracer('negotiation-tracker', version);
  }

  begin(name: string, headers: IncomingHttpHeaders): RequestSpan {
    const sender = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
    const span = this.tracer.startSpan(name, { kind: SpanKind.SERVER }, sender);
    return {
      within: (work) => {
        this.current.run(trace.setSpan(sender, span), work);
      },
      end: (finalName, facts, isFault) => {
        span.updateName(finalName).setAttributes(facts);
        if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  async during<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> {
    const parent = this.current.getStore();
    // What nobody asked for, at the start for instance, is no trace of its own.
    if (parent === undefined) return work();
    const span = this.tracer.startSpan(name, { attributes: facts }, parent);
    try {
      return await this.current.run(trace.setSpan(parent, span), work);
    } catch (error) {
      failed(span, error);
      throw error;
    } finally {
      span.end();
    }
  }

  over(name: string, facts: SpanFacts, { seconds, endedAt = Date.now(), error }: Over): void {
    const parent = this.current.getStore();
    if (parent === undefined) return;
    const span = this.tracer.startSpan(name, { attributes: facts, startTime: endedAt - seconds * MS_PER_SECOND }, parent);
    if (error !== undefined) failed(span, error);
    span.end(endedAt);
  }

  get areWanted(): boolean {
    return this.current.getStore() !== undefined;
  }

  async stop(): Promise<void> {
    // Who takes no spans holds up no stop.
    await this.provider.shutdown().catch(() => undefined);
  }
}

/** The kind of a fault alone: what it says may name what was sent. */
function failed(span: Span, error: unknown): void {
  const type = error instanceof Error ? error.constructor.name : typeof error;
  span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
}
