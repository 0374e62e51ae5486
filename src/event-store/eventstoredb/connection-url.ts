/** A URL of EventStoreDB or KurrentDB taken apart: the client gets the address without the password, which it would print in warnings, errors and its debug log. */
export interface ConnectionUrl {
  readonly address: string;
  readonly credentials: Credentials | undefined;
}

/** A user and a password that no inspection of an object shows. */
export class Credentials {
  readonly #username: string;
  readonly #password: string;

  constructor(username: string, password: string) {
    this.#username = username;
    this.#password = password;
  }

  get username(): string {
    return this.#username;
  }

  get password(): string {
    return this.#password;
  }
}

const GOSSIP_TIMEOUT_SECONDS = 1;

/** Both clients' own schemes: KurrentDB is EventStoreDB by its later name, and speaks the same protocol. */
const SCHEMES = ['esdb', 'kurrentdb', 'kurrent', 'kdb'] as const;

const SCHEME = new RegExp(`^(?:${SCHEMES.join('|')})(\\+discover)?://`);

const URL_PARTS = new RegExp(`${SCHEME.source}(?:([^:@/?]+):([^@/?]+)@)?([^@/?]+)([/?].*)?$`);

/** Whether a text means to be a URL of EventStoreDB or KurrentDB. */
export function isEventStoreUrl(text: string): boolean {
  return SCHEME.test(text.trim());
}

/**
 * @param url `esdb://` or `esdb+discover://`, or with `kurrentdb`, `kurrent` or `kdb`; special characters in user and password percent-encoded
 * @throws Error that names the URL without its password
 */
export function parseConnectionUrl(url: string): ConnectionUrl {
  const [, discover = '', username, password, hosts, query] = URL_PARTS.exec(url.trim()) ?? [];
  if (hosts === undefined) throw new Error(`${redactedUrl(url)} is not an EventStoreDB URL`);
  // The client knows no other scheme than its own, and takes everything before an "@" for a user and a password, in the query as well.
  const address = withOptions(`esdb${discover}://${hosts}${(query ?? '').replaceAll('@', '%40')}`);
  const impossible = hostsOf(address).find(({ host, port }) => host.trim() === '' || /\s/.test(host) || port < 1 || port > LAST_PORT);
  if (impossible !== undefined) throw new Error(`${redactedUrl(url)} names a host or a port that cannot be`);
  if (username === undefined || password === undefined) return { address, credentials: undefined };
  try {
    return { address, credentials: new Credentials(decodeURIComponent(username), decodeURIComponent(password)) };
  } catch {
    throw new Error(`the user or the password in ${redactedUrl(url)} is not percent-encoded`);
  }
}

/** What the store relies on; of two options with the same name the client takes the later one. */
function withOptions(address: string): string {
  const options = ['throwOnAppendFailure=true'];
  // The client's own 5 s for each node of a cluster that it asks for the leader are longer than a try lasts.
  if (!/[?&]gossip[_-]?timeout=/i.test(address)) options.push(`gossipTimeout=${String(GOSSIP_TIMEOUT_SECONDS)}`);
  return `${address}${address.includes('?') ? '&' : '?'}${options.join('&')}`;
}

/** The value of an option of the URL; its name in whatever case, as the client takes it. */
export function optionOf(address: string, name: string): string | undefined {
  const [, query = ''] = /\?(.*)$/.exec(address) ?? [];
  for (const option of query.split('&')) {
    const [key = '', value = ''] = option.split('=', 2);
    if (key.toLowerCase() === name.toLowerCase()) return decodeURIComponent(value);
  }
  return undefined;
}

export interface Host {
  readonly host: string;
  readonly port: number;
}

const DEFAULT_PORT = 2113;
const LAST_PORT = 65_535;

/** The hosts that an address names; with discovery these may be names of many. */
export function hostsOf(address: string): Host[] {
  const [, list = ''] = /^[a-z+]+:\/\/([^/?]+)/.exec(address) ?? [];
  return list.split(',').map((one) => {
    const [, host = one, port] = /^(.*?)(?::(\d+))?$/.exec(one) ?? [];
    return { host, port: port === undefined ? DEFAULT_PORT : Number(port) };
  });
}

/** Whether an address is of servers without TLS. */
export function isPlain(address: string): boolean {
  return optionOf(address, 'tls')?.toLowerCase() === 'false';
}

/** The URL to show to people: whatever may be a user or a password is left out. */
export function redactedUrl(url: string): string {
  return url.trim().replace(/^([a-z+]+:\/\/)?[^]*@/i, '$1***@');
}
