import { BadSetting } from './bad-setting.js';

/** Where spans are sent, and which. */
export interface TracingSetting {
  /** What takes OTLP over HTTP, as JSON. */
  readonly url: string;
  /** Sent with each request, credentials for instance. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** The share of the requests that are traced where their senders do not say, 0 to 1. */
  readonly share: number;
}

const TRACES = 'v1/traces';

/** @returns undefined where no endpoint is set: nothing is traced @throws BadSetting */
export function tracingIn(endpoint: string, headers: string, serviceName: string, share: string): TracingSetting | undefined {
  const rest = { headers: headersIn(headers), serviceName: nameIn(serviceName), share: shareIn(share) };
  return endpoint === '' ? undefined : { url: urlIn(endpoint), ...rest };
}

function urlIn(endpoint: string): string {
  const base = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (base === null || !/^https?:$/.test(base.protocol) || base.search !== '' || base.hash !== '') {
    throw new BadSetting('OTEL_EXPORTER_OTLP_ENDPOINT must be a URL such as http://127.0.0.1:4318');
  }
  return new URL(TRACES, base.href.endsWith('/') ? base : `${base.href}/`).href;
}

/** The values may be credentials: they are not repeated. */
function headersIn(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const pair of text.split(',').filter((one) => one.trim() !== '')) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    const decoded = decodedPart(value);
    if (name === '' || decoded === undefined) throw new BadSetting('OTEL_EXPORTER_OTLP_HEADERS must be NAME=VALUE[,NAME=VALUE…]');
    headers[name] = decoded;
  }
  return headers;
}

function decodedPart(value: string): string | undefined {
  try {
    const decoded = decodeURIComponent(value);
    return isHeaderValue(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a header can carry it. */
function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

function nameIn(text: string): string {
  if (/^\P{C}{1,255}$/u.test(text)) return text;
  throw new BadSetting('OTEL_SERVICE_NAME must be a name of at most 255 characters on one line');
}

function shareIn(text: string): number {
  const share = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  if (share <= 1) return share;
  throw new BadSetting(`OTEL_TRACES_SAMPLER_ARG must be a share from 0 to 1, not "${text}"`);
}
