import { removalImport } from '../writing/removal-import.js';
import { removeReport } from '../writing/remove-report.js';

export const reinstatementImport = removalImport('ReportReinstated', removeReport);
