import { removalImport } from '../writing/removal-import.js';
import { removeSource } from '../writing/remove-source.js';

export const readmissionImport = removalImport('SourceReadmitted', removeSource);
