import { BadSetting } from './bad-setting.js';

/** An OpenID Connect issuer whose tokens are taken beside the keys. */
export interface IssuerSetting {
  readonly url: string;
  readonly audience: string;
  /** Where in a token the role stands. */
  readonly roleClaim: string;
}

const OVER_TLS_OR_FROM_HERE = /^(https:\/\/[^\s/?#@*]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)(\/[^\s?#]*)?$/;

/** What an issuer says is trusted, so it must come unaltered. @returns undefined where no issuer is set @throws BadSetting */
export function issuerIn(url: string, audience: string, roleClaim: string): IssuerSetting | undefined {
  if (/\s/.test(roleClaim)) throw new BadSetting(`OIDC_ROLE_CLAIM must be the name of a claim, not "${roleClaim}"`);
  if (url === '' && audience !== '') throw new BadSetting('OIDC_AUDIENCE says nothing without OIDC_ISSUER');
  if (url === '') return undefined;
  if (!OVER_TLS_OR_FROM_HERE.test(url) || !URL.canParse(url)) throw new BadSetting(`OIDC_ISSUER must be an https:// URL, not "${url}"`);
  if (audience === '') throw new BadSetting('OIDC_AUDIENCE must say for whom the tokens of OIDC_ISSUER are made');
  return { url, audience, roleClaim };
}
