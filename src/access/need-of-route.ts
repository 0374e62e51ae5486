import type { Need } from '../http/openapi/operation.js';
import type { Openness } from './callers.js';
import { isForAll } from './gate.js';
import { ruleOf } from './route-rules.js';

/** Whom a route serves, for the documentation. @param path its parameters as `:name` */
export function needOf(openness: Openness): (method: string, path: string) => Need {
  return (method, path) => {
    const role = ruleOf(method.toUpperCase(), path) ?? 'admin';
    return { role, isOpen: isForAll(role, openness) };
  };
}
