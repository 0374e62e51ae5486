import type { Registry } from '../../rules/scene.js';
import type { Position } from '../../vocabulary/position.js';
import { RegistryReader } from '../reading/registry-reader.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import type { FileInUse } from './view-reader.js';

/**
 * The registry as the rules read it, as recorded by R: read entry by entry when it is asked for, from the file that is in use then.
 * @throws Error where the negotiation is not recorded by R
 */
export function registryInUse(source: FileInUse, negotiation: string, recordedBy: Position): Registry {
  let known: { readonly file: ReadModelFile; readonly registry: Registry } | undefined;
  const registry = (): Registry => {
    const file = source.rows;
    if (known?.file === file) return known.registry;
    const read = new RegistryReader(file, negotiation, recordedBy).forRules();
    if (read === undefined) throw new Error(`the negotiation ${negotiation} is not recorded by then`);
    known = { file, registry: read };
    return read;
  };
  return {
    get negotiation() {
      return registry().negotiation;
    },
    issue: { get: (id) => registry().issue.get(id) },
    proposition: { get: (id) => registry().proposition.get(id) },
    plan: { get: (id) => registry().plan.get(id) },
    meeting: { get: (id) => registry().meeting.get(id) },
  };
}
