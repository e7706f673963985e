import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '#contracts';
import { systemCaller } from '#observability';
import { UnitOfWork } from '#persistence';
import { readTable, SpreadsheetError, type SpreadsheetErrorCode, type TableRow } from '#spreadsheet';
import { REGISTRY_OPTIONS, type RegistryOptions } from '../registry-options.js';
import { ImportFailure } from './import-job.js';
import { StoredUpload } from './stored-upload.js';
import { UploadRepository } from './upload.repository.js';

const FAILURES: Readonly<Record<SpreadsheetErrorCode, ErrorCode>> = {
  NOT_A_TABLE: 'REGISTRY.IMPORT.FILE_UNREADABLE',
  OLD_OR_ENCRYPTED: 'REGISTRY.IMPORT.FILE_UNREADABLE',
  DAMAGED: 'REGISTRY.IMPORT.FILE_UNREADABLE',
  ENCODING: 'REGISTRY.IMPORT.FILE_UNREADABLE',
  SHEET_NOT_FOUND: 'REGISTRY.IMPORT.FILE_UNREADABLE',
  FORMULA: 'REGISTRY.IMPORT.FILE_UNREADABLE',
  DTD: 'REGISTRY.IMPORT.FILE_UNSAFE',
  ZIP_BOMB: 'REGISTRY.IMPORT.FILE_UNSAFE',
  TOO_MANY_ENTRIES: 'REGISTRY.IMPORT.FILE_UNSAFE',
  TOO_MANY_COLUMNS: 'REGISTRY.IMPORT.FILE_UNSAFE',
  TOO_MANY_STRINGS: 'REGISTRY.IMPORT.FILE_UNSAFE',
  CELL_TOO_LONG: 'REGISTRY.IMPORT.FILE_UNSAFE',
  TOO_MANY_ROWS: 'REGISTRY.IMPORT.TOO_MANY_ROWS',
};

/** The rows of an uploaded file, streamed out of its sealed pieces. */
@Injectable()
export class UploadedTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    @Inject(REGISTRY_OPTIONS) private readonly options: RegistryOptions,
  ) {}

  /** The header first; what is wrong with the file as a whole is an `ImportFailure`. */
  async *rows(uploadId: string, signal: AbortSignal): AsyncGenerator<TableRow> {
    const caller = systemCaller('imports');
    const sizes = await this.unitOfWork.read(caller, (tx) => this.uploads.sizes(tx, uploadId));
    const source = new StoredUpload(sizes, (index) =>
      this.unitOfWork.read(caller, (tx) => this.uploads.readPiece(tx, uploadId, index)),
    );
    try {
      yield* readTable(source, { limits: { maxRows: this.options.importRows }, signal });
    } catch (error) {
      if (!(error instanceof SpreadsheetError)) throw error;
      throw new ImportFailure(FAILURES[error.code], error.message);
    }
  }
}
