import { reportToldWith } from '../../http/answers/report-content.answer.js';

/** The content of a report as it is stored. */
export const storedReportAnswer = reportToldWith({}, (type) => `${type}Stored`).meta({
  id: 'StoredReport',
  description: 'The content of a report as last recorded: it can be sent back',
});
