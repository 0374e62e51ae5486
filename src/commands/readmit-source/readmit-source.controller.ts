import { removalController } from '../writing/removal-controller.js';
import { removeSource } from '../writing/remove-source.js';

export const ReadmitSourceController = removalController({
  type: 'SourceReadmitted',
  decider: removeSource,
  noun: 'source',
  operationId: 'readmitSource',
  summary: 'Take the withdrawal of a source back: the publisher did (source), or it was our mistake (coding)',
  refusedBy: 'nothing-to-undo',
});
