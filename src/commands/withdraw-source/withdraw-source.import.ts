import { type RemovalBody, removalSchema } from '../writing/amendment.schema.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { ANY_REVISION } from '../writing/precondition.js';
import { withdrawSource } from './withdraw-source.js';

export const withdrawalImport: ImportKind = {
  entry: 'withdrawal',
  schema: removalSchema,
  toTask(body, id, negotiation, sender) {
    const withdrawal = { type: 'SourceWithdrawn' as const, negotiation, id, ...(body as RemovalBody) };
    const request = { ...sender, negotiation, id, precondition: ANY_REVISION, withdrawal };
    return task(withdrawSource, request);
  },
};
