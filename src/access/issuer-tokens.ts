import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Caller, ROLES, type Role } from '../http/caller.js';
import { EdgeProblem } from '../http/problem-filter.js';
import type { Clock } from '../ports/clock.js';

/** An OpenID Connect issuer whose tokens are taken. */
export interface Issuer {
  readonly url: string;
  readonly audience: string;
  /** Where in a token the role stands: a claim, or names joined by dots for one within others. */
  readonly roleClaim: string;
}

/** Signatures by a key that only the issuer has; those by a secret that is shared are not taken. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const LONGEST_ANSWER_MS = 5_000;
const ASK_AGAIN_AFTER_MS = 5_000;
const CLOCKS_DIFFER_BY_SECONDS = 30;
const LONGEST_SUBJECT = 255;

/** Knows callers by the tokens of an issuer: who is the subject, what he may do the claim of the role. */
export class IssuerTokens {
  private keys: Promise<JWTVerifyGetKey> | undefined;
  private failedAt = -Infinity;

  constructor(
    private readonly issuer: Issuer,
    private readonly clock: Clock,
  ) {}

  /** Undefined where it is no valid token of the issuer, or one without a role. @throws EdgeProblem `issuer-unavailable` */
  async callerOf(token: string): Promise<Caller | undefined> {
    const { url, audience, roleClaim } = this.issuer;
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), {
        issuer: url,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCKS_DIFFER_BY_SECONDS,
        currentDate: new Date(this.clock.now()),
      });
      const role = roleIn(payload, roleClaim);
      const { sub } = payload;
      if (role === undefined || !isSubject(sub)) return undefined;
      // No key has a colon in its name: who posted what is never mixed up.
      return { name: `oidc:${sub}`, role, negotiations: null };
    } catch (error) {
      if (isOfToken(error)) return undefined;
      throw new EdgeProblem('issuer-unavailable', `The keys of ${url} cannot be read just now; ask again.`);
    }
  }

  /** Asked for when the first token comes; where that failed, again after a while. */
  private async keySet(): Promise<JWTVerifyGetKey> {
    if (performance.now() - this.failedAt < ASK_AGAIN_AFTER_MS) throw new Error('the issuer was away a moment ago');
    this.keys ??= keySetOf(this.issuer.url);
    try {
      return await this.keys;
    } catch (error) {
      this.keys = undefined;
      this.failedAt = performance.now();
      throw error;
    }
  }
}

/** Whether a text has the form of a token. */
export function looksLikeToken(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

/** Where the issuer's keys are, as OpenID Connect Discovery tells it. */
async function keySetOf(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(LONGEST_ANSWER_MS), redirect: 'error' });
  const told = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (told.issuer !== issuer || typeof told.jwks_uri !== 'string') throw new Error(`${url} does not describe ${issuer}`);
  return createRemoteJWKSet(new URL(told.jwks_uri), { timeoutDuration: LONGEST_ANSWER_MS });
}

/** A token may hold anything there, and what was posted bears it for ever. */
function isSubject(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_SUBJECT && !/[\p{Cc}\p{Cs}]/u.test(value);
}

/** The highest role that the claim names: a word, or a list of words. */
function roleIn(payload: JWTPayload, claim: string): Role | undefined {
  const value = claimAt(payload, claim);
  const words = Array.isArray(value) ? (value as unknown[]) : [value];
  return ROLES.findLast((role) => words.includes(role));
}

function claimAt(payload: JWTPayload, claim: string): unknown {
  if (Object.hasOwn(payload, claim)) return payload[claim];
  return claim.split('.').reduce<unknown>((at, name) => {
    return typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined;
  }, payload);
}

/** What is wrong with the token, and not with how its issuer can be reached. */
function isOfToken(error: unknown): boolean {
  const isOfIssuer = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return error instanceof errors.JOSEError && !isOfIssuer && error.code !== errors.JOSEError.code;
}
