import type { TracingSetting } from '../../tracing-setting.js';
import type { RequestSpans } from './request-spans.js';

/** What traces requests, where it is asked for: else none of its packages is loaded. */
export async function openTracing(setting: TracingSetting | undefined, version: string): Promise<RequestSpans | undefined> {
  if (setting === undefined) return undefined;
  const { OtlpSpans } = await import('./otlp-spans.js');
  return new OtlpSpans(setting, version);
}
