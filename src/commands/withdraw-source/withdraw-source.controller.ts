import { removalController } from '../writing/removal-controller.js';
import { removeSource } from '../writing/remove-source.js';

export const WithdrawSourceController = removalController({
  type: 'SourceWithdrawn',
  decider: removeSource,
  noun: 'source',
  operationId: 'withdrawSource',
  summary: 'Withdraw a source: all its reports, those recorded later too; a readmission takes that back',
  refusedBy: 'source-withdrawn',
});
