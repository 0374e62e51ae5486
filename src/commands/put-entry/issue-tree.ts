import { Refusal } from '../../vocabulary/refusal.js';
import type { Registry } from '../writing/registry.js';

/** @param parent that the issue is to have @throws Refusal `invalid-body` where the issue would be above itself */
export function requireNoCycle(id: string, parent: string | null, registry: Registry | undefined): void {
  const seen = new Set<string>();
  for (let above = parent; above !== null && !seen.has(above);) {
    seen.add(above);
    above = registry?.entry('issue', above)?.entry.parent ?? null;
  }
  if (!seen.has(id)) return;
  const detail = `"${id}" would be above itself`;
  throw new Refusal('invalid-body', 'An issue cannot be its own ancestor.', [{ pointer: '#/parent', code: 'cycle', detail }]);
}
