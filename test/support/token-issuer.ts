import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** An OpenID Connect issuer, as far as a service needs it that takes its tokens: its description, and its keys. */
export class TokenIssuer {
  /** How often its keys were asked for. */
  asked = 0;
  private keys: { readonly id: string; readonly key: CryptoKey; readonly told: JWK }[] = [];
  private readonly server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://issuer');
    response.setHeader('content-type', 'application/json');
    if (pathname === '/.well-known/openid-configuration') response.end(JSON.stringify({ issuer: this.url, jwks_uri: `${this.url}/keys` }));
    else if (pathname === '/keys') {
      this.asked += 1;
      response.end(JSON.stringify({ keys: this.keys.map(({ told }) => told) }));
    } else response.writeHead(404).end('{}');
  });
  private port = 0;

  static async start(): Promise<TokenIssuer> {
    const issuer = new TokenIssuer();
    await issuer.newKey('ES256');
    await issuer.open();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Listens, where it listened before. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** From now on it signs with another key; the one before it is told on. */
  async newKey(algorithm: 'ES256' | 'RS256'): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm);
    const id = `key-${String(this.keys.length + 1)}`;
    this.keys.push({ id, key: privateKey, told: { ...(await exportJWK(publicKey)), kid: id, alg: algorithm, use: 'sig' } });
  }

  /** @param claims in place of those of a good token; undefined: left out */
  async token(claims: Readonly<Record<string, unknown>>, now: number): Promise<string> {
    const last = this.keys.at(-1);
    if (last === undefined) throw new Error('the issuer has no key');
    const seconds = Math.floor(now / 1_000);
    const good = { iss: this.url, aud: 'tracker', sub: 'jane', iat: seconds, exp: seconds + 600 };
    return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: String(last.told.alg), kid: last.id }).sign(last.key);
  }
}
