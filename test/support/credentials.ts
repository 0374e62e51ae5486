import type { Role } from '../../src/http/caller.js';
import type { Json } from './asked.js';
import { KEY, type TestService } from './service.js';

/** What a key is made with. */
export interface Wish {
  readonly name: string;
  readonly role: Role;
  readonly negotiations?: readonly string[];
}

/** An Authorization header with a key. */
export function bearer(key: string): { readonly authorization: string } {
  return { authorization: `Bearer ${key}` };
}

/** Has the service make a key. @returns its text */
export async function madeKey(service: TestService, wish: Wish): Promise<string> {
  const { body } = await service.http.post('/v1/admin/keys').set(bearer(KEY)).send(wish).expect(201);
  return (body as Json & { key: string }).key;
}
