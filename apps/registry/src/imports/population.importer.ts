import { Injectable } from '@nestjs/common';
import type { WriteTx } from '#persistence';
import { PopulationRecorder, type PopulationDraft } from '../orgs/population-recorder.js';
import { acceptedRow, rejectedRow, skippedRow, type RowOutcome } from './import-job.js';
import { ImporterFactory, numberOf, textOf, type Importer, type PreparedBatch, type ReadRow } from './importer.js';

/** A figure is its own key, so no digest is needed: the same figure again is skipped, another one replaces it. */
@Injectable()
export class PopulationImporterFactory extends ImporterFactory {
  constructor(private readonly recorder: PopulationRecorder) {
    super();
  }

  begin(): Importer {
    return new PopulationImporter(this.recorder);
  }
}

class PopulationImporter implements Importer {
  readonly batchSize = 1_000;
  readonly overlaps = false;

  constructor(private readonly recorder: PopulationRecorder) {}

  prepare(rows: readonly ReadRow[]): Promise<PreparedBatch> {
    return Promise.resolve({
      settle: async (tx) => {
        const outcomes: RowOutcome[] = [];
        for (const row of rows) outcomes.push(await this.settleRow(tx, row));
        return outcomes;
      },
    });
  }

  private async settleRow(tx: WriteTx, { file, value, problems }: ReadRow): Promise<RowOutcome> {
    if (problems.length > 0) return rejectedRow(file, problems);
    const draft: PopulationDraft = {
      org: textOf(value, 'org') ?? '',
      year: numberOf(value, 'year') ?? 0,
      resident: numberOf(value, 'resident') ?? 0,
      registered: numberOf(value, 'registered'),
    };
    const outcome = await this.recorder.record(tx, draft, 'any');
    switch (outcome.kind) {
      case 'recorded':
        return acceptedRow(file);
      case 'unchanged':
        return skippedRow(file);
      case 'invalid':
        return rejectedRow(file, outcome.errors);
      case 'out-of-scope':
        return rejectedRow(file, [{ field: 'org', code: 'COMMON.NOT_FOUND' }]);
      case 'stale':
        return rejectedRow(file, [{ field: 'org', code: 'COMMON.VERSION_STALE' }]);
    }
  }
}
