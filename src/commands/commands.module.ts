import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpModule } from '../http/http.module.js';
import { StoredEntries } from '../ports/stored-entries.js';
import { StoredReports } from '../ports/stored-reports.js';
import { CorrectReportController } from './correct-report/correct-report.controller.js';
import { correctionImport } from './correct-report/correct-report.import.js';
import { PatchReportController } from './correct-report/patch-report.controller.js';
import { ReportsInLog } from './correct-report/reports-in-log.js';
import { ImportArrayHandler } from './import/import-array.command.js';
import { ImportLines } from './import/import-lines.js';
import { ImportStream } from './import/import-stream.js';
import { ImportController } from './import/import.controller.js';
import { LinkReportsController } from './link-reports/link-reports.controller.js';
import { linkImport } from './link-reports/link-reports.import.js';
import { PostReportController } from './post-report/post-report.controller.js';
import { reportImport } from './post-report/post-report.import.js';
import { EntriesInLog } from './put-entry/entries-in-log.js';
import { PatchEntry } from './put-entry/patch-entry.js';
import { PatchEntryController } from './put-entry/patch-entry.controller.js';
import { PutEntryController } from './put-entry/put-entry.controller.js';
import { entryImports } from './put-entry/put-entry.import.js';
import { REPORT_REMOVALS, SOURCE_REMOVALS } from './remove/removal-kinds.js';
import { removalController } from './remove/removal.controller.js';
import { removalImport } from './remove/removal.import.js';
import { CommandRunner } from './writing/command-runner.js';
import { Doubts } from './writing/doubts/doubts.js';
import { IMPORT_KINDS, type ImportKind } from './writing/import-kind.js';
import { KnownIds } from './writing/known-ids.js';
import { LogWriteModel } from './writing/log-write-model.js';
import { WriteHandler } from './writing/write.command.js';

const importKinds: readonly ImportKind[] = [
  ...entryImports,
  reportImport,
  correctionImport,
  ...REPORT_REMOVALS.map((kind) => removalImport(kind)),
  ...SOURCE_REMOVALS.map((kind) => removalImport(kind)),
  linkImport,
];

/** The table of contents of the writing side: a line per slice. */
@Module({
  imports: [CqrsModule, HttpModule],
  controllers: [
    PutEntryController,
    PatchEntryController,
    PatchReportController,
    PostReportController,
    CorrectReportController,
    ...REPORT_REMOVALS.map((kind) => removalController(kind)),
    ...SOURCE_REMOVALS.map((kind) => removalController(kind)),
    LinkReportsController,
    ImportController,
  ],
  providers: [
    WriteHandler,
    { provide: StoredEntries, useClass: EntriesInLog },
    { provide: StoredReports, useClass: ReportsInLog },
    PatchEntry,
    ImportArrayHandler,
    ImportStream,
    ImportLines,
    CommandRunner,
    Doubts,
    LogWriteModel,
    KnownIds,
    { provide: IMPORT_KINDS, useValue: importKinds },
  ],
  exports: [StoredEntries, StoredReports],
})
export class CommandsModule {}
