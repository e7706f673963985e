import { Injectable } from '@nestjs/common';
import { countyOf, IMPORT_COLUMNS, requiredParent, type OrgDraft } from '#domain';
import type { WriteTx } from '#persistence';
import { OrgRecorder, type OrgOutcome } from '../orgs/org-recorder.js';
import { acceptedRow, rejectedRow, skippedRow, type RowOutcome } from './import-job.js';
import {
  ImporterFactory,
  textOf,
  type Importer,
  type ImportRun,
  type PreparedBatch,
  type ReadRow,
} from './importer.js';
import { RowDigests, type Digested } from './row-digest.js';

const FIELDS = IMPORT_COLUMNS.orgs.map((column) => column.field);

@Injectable()
export class OrgImporterFactory extends ImporterFactory {
  constructor(
    private readonly recorder: OrgRecorder,
    private readonly digests: RowDigests,
  ) {
    super();
  }

  begin(run: ImportRun): Importer {
    return new OrgImporter(run, this.recorder, this.digests);
  }
}

type OrgRow = ReadRow & Digested & { readonly draft: OrgDraft };

/** Units are recorded one by one, counties before streets before communities, so that a parent may stand anywhere in a batch. */
class OrgImporter implements Importer {
  readonly batchSize = 1_000;
  readonly overlaps = false;
  /** Units a preview would have stored, by code; later batches do not find them in the database. */
  private readonly previewed = new Map<string, readonly OrgDraft[]>();

  constructor(
    private readonly run: ImportRun,
    private readonly recorder: OrgRecorder,
    private readonly digests: RowDigests,
  ) {}

  prepare(rows: readonly ReadRow[]): Promise<PreparedBatch> {
    const read = rows.map((row): OrgRow => {
      const draft = draftOf(row);
      const values = FIELDS.map((field) => textOf(row.value, field));
      return { ...row, draft, county: countyOf(draft.code), digest: this.digests.of('orgs', values) };
    });
    return Promise.resolve({ settle: (tx) => this.settle(tx, read) });
  }

  private async settle(tx: WriteTx, rows: readonly OrgRow[]): Promise<readonly RowOutcome[]> {
    const known = await this.digests.known(tx, 'orgs', rows);
    const outcomes = new Map<OrgRow, RowOutcome>();
    const stored: OrgRow[] = [];
    const topDown = [...rows].sort((a, b) => (a.draft.code < b.draft.code ? -1 : 1));
    for (const row of topDown) {
      const repeated = known.has(row.digest.toString('hex'));
      const outcome = repeated ? skippedRow(row.file) : await this.settleRow(tx, row);
      outcomes.set(row, outcome);
      if (outcome.kind === 'accepted') {
        stored.push(row);
        known.add(row.digest.toString('hex'));
      }
    }
    await this.digests.remember(tx, 'orgs', stored);
    return rows.map((row) => outcomes.get(row) ?? skippedRow(row.file));
  }

  private async settleRow(tx: WriteTx, row: OrgRow): Promise<RowOutcome> {
    const { file, problems, draft } = row;
    if (problems.length > 0) return rejectedRow(file, problems);
    const outcome = await this.recorder.record(tx, draft);
    if (this.parentWasPreviewed(draft, outcome)) return this.accept(row);
    switch (outcome.kind) {
      case 'recorded':
        return this.accept(row);
      case 'unchanged':
        return skippedRow(file);
      case 'invalid':
        return rejectedRow(file, outcome.errors);
      case 'out-of-scope':
        return rejectedRow(file, [{ field: 'code', code: 'COMMON.NOT_FOUND' }]);
      case 'refused':
        return rejectedRow(file, [outcome]);
    }
  }

  private parentWasPreviewed(draft: OrgDraft, outcome: OrgOutcome): boolean {
    const missing = outcome.kind === 'refused' && outcome.code === 'REGISTRY.ORG.PARENT_MISSING';
    if (!missing) return false;
    const firstDay = { validFrom: draft.validFrom, validTo: draft.validFrom };
    const parents = this.previewed.get(requiredParent(draft.code) ?? '') ?? [];
    return parents.some((unit) => shareADay(unit, firstDay));
  }

  private accept({ file, draft }: OrgRow): RowOutcome {
    if (this.run.job.mode === 'commit') return acceptedRow(file);
    // A batch may be settled a second time, and then meets its own units here.
    const others = (this.previewed.get(draft.code) ?? []).filter((unit) => unit !== draft);
    const near = others.find((unit) => shareADay(unit, draft));
    if (near !== undefined) {
      return sameFacts(near, draft)
        ? skippedRow(file)
        : rejectedRow(file, [{ field: 'code', code: 'REGISTRY.ORG.PERIOD_OVERLAP' }]);
    }
    this.previewed.set(draft.code, [...others, draft]);
    return acceptedRow(file);
  }
}

type Period = Pick<OrgDraft, 'validFrom' | 'validTo'>;

function shareADay(a: Period, b: Period): boolean {
  const end = ({ validTo }: Period): string => validTo ?? '9999-12-31';
  return a.validFrom <= end(b) && b.validFrom <= end(a);
}

function sameFacts(a: OrgDraft, b: OrgDraft): boolean {
  const fields = ['name', 'urbanRural', 'validFrom', 'validTo'] as const;
  return fields.every((field) => a[field]?.trim() === b[field]?.trim());
}

function draftOf({ value }: ReadRow): OrgDraft {
  return {
    code: textOf(value, 'code') ?? '',
    name: textOf(value, 'name') ?? '',
    tier: textOf(value, 'tier') ?? '',
    urbanRural: textOf(value, 'urbanRural'),
    validFrom: textOf(value, 'validFrom') ?? '',
    validTo: textOf(value, 'validTo'),
  };
}
