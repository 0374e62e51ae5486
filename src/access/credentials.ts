/**
 * The key or token in an Authorization header.
 * @param takesPassword whether the password of a Basic header counts too: a browser asks for one, and pages are read with it
 * @returns undefined where there is none
 */
export function secretIn(authorization: string | undefined, takesPassword: boolean): string | undefined {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+) *$/i.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme === '' || !takesPassword) return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const password = pair.slice(pair.indexOf(':') + 1);
  return password === '' ? undefined : password;
}
