import { Injectable } from '@nestjs/common';
import type { ImportOutcome } from '#contracts';
import { UnitOfWork } from '#persistence';
import { PersonRepository } from '../persons/person.repository.js';
import { PersonVault } from '../persons/person-vault.js';
import { acceptedRow, rejectedRow, skippedRow, type FileRow, type RowOutcome } from './import-job.js';
import {
  ImporterFactory,
  textOf,
  type Importer,
  type ImportRun,
  type PreparedBatch,
  type ReadRow,
} from './importer.js';
import { SmiImportClient, type SmiRow } from './smi-import.client.js';

const LANES = 4;
// A follow-up is 1 to 4 KiB of JSON, a message on the bus at most 1 MiB.
const ROWS_A_CALL = 150;

@Injectable()
export class SmiImporterFactory extends ImporterFactory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly vault: PersonVault,
    private readonly client: SmiImportClient,
  ) {
    super();
  }

  begin(run: ImportRun): Importer {
    return new SmiImporter(run, this.unitOfWork, this.persons, this.vault, this.client);
  }
}

/**
 * Finds the persons and hands the rows to the smi service, which judges and stores them. A batch goes in lanes side by side;
 * all rows of one case keep to one lane and so keep their order. A batch that is sent again after a crash carries the same
 * idempotency keys and gets its first answers.
 */
class SmiImporter implements Importer {
  readonly batchSize = LANES * ROWS_A_CALL;
  readonly overlaps = false;

  constructor(
    private readonly run: ImportRun,
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly vault: PersonVault,
    private readonly client: SmiImportClient,
  ) {}

  async prepare(rows: readonly ReadRow[]): Promise<PreparedBatch> {
    const known = await this.personIds(rows);
    const outcomes: RowOutcome[] = [];
    const ready: SmiRow[] = [];
    for (const row of rows) {
      const addressed = this.address(row, known);
      if ('kind' in addressed) outcomes.push(addressed);
      else ready.push(addressed);
    }
    const lanes: SmiRow[][] = Array.from({ length: LANES }, () => []);
    for (const row of await this.inOrder(ready)) lanes[laneOf(row)]?.push(row);
    const answers = await Promise.all(lanes.map((lane, i) => this.sendLane(lane, i)));
    const all = [...outcomes, ...answers.flat()].sort((a, b) => a.file.row - b.file.row);
    return { settle: () => Promise.resolve(all) };
  }

  /** Follow-ups by day, whichever way a row names its case; a batch may be sent in several parts, and each must find its turn. */
  private async inOrder(rows: readonly SmiRow[]): Promise<readonly SmiRow[]> {
    if (this.run.job.kind !== 'smi-follow-ups' || rows.length === 0) return rows;
    const dayOf = (row: SmiRow): string => textOf(row.value, 'visitedOn') ?? '';
    const cased = await this.client.withCases(this.run, rows);
    return cased.sort((a, b) => compare(dayOf(a), dayOf(b)) || a.file.row - b.file.row);
  }

  /** Person ids by document number as written, for the whole batch. */
  private async personIds(rows: readonly ReadRow[]): Promise<ReadonlyMap<string, string>> {
    const typed = [...new Set(rows.flatMap((row) => textOf(row.value, 'idNumber') ?? []))];
    if (typed.length === 0) return new Map();
    const keys = new Map(typed.map((number) => [number, this.vault.documentKey(number)]));
    const { caller } = this.run.context();
    const found = await this.unitOfWork.read(caller, (tx) => this.persons.findByDocument(tx, [...keys.values()]));
    const ids = new Map(found.map((person) => [person.key.toString('hex'), person.id]));
    return new Map(
      [...keys].flatMap(([number, key]): [string, string][] => {
        const id = ids.get(key.toString('hex'));
        return id === undefined ? [] : [[number, id]];
      }),
    );
  }

  /** The row with its person, or why it cannot be sent. */
  private address({ file, value, problems }: ReadRow, known: ReadonlyMap<string, string>): SmiRow | RowOutcome {
    if (problems.length > 0) return rejectedRow(file, problems);
    const idNumber = textOf(value, 'idNumber');
    const caseNo = textOf(value, 'caseNo');
    const isFollowUp = this.run.job.kind === 'smi-follow-ups';
    if (idNumber === undefined && caseNo === undefined) {
      return rejectedRow(file, [{ field: 'caseNo', code: 'REGISTRY.IMPORT.CASE_KEY_MISSING' }]);
    }
    const personId = idNumber === undefined ? undefined : known.get(idNumber);
    if (personId === undefined && !(isFollowUp && caseNo !== undefined)) {
      return rejectedRow(file, [{ field: 'idNumber', code: 'REGISTRY.IMPORT.PERSON_NOT_FOUND' }]);
    }
    return { file, value, caseNo, personId };
  }

  private async sendLane(rows: readonly SmiRow[], lane: number): Promise<RowOutcome[]> {
    const outcomes: RowOutcome[] = [];
    for (let start = 0; start < rows.length; start += ROWS_A_CALL) {
      const part = rows.slice(start, start + ROWS_A_CALL);
      const key = `import:${this.run.job.id}:${String(part[0]?.file.row)}:${String(lane)}`;
      outcomes.push(...joinOutcomes(part, await this.client.send(this.run, part, key)));
    }
    return outcomes;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One case, one lane. Of two new cases for one person the upper row has to come first: where there is no case yet, the person counts. */
function laneOf(row: SmiRow): number {
  const key = row.caseId ?? row.personId ?? row.caseNo ?? '';
  let hash = 0;
  for (let i = 0; i < key.length; i += 1) hash = (hash * 31 + key.charCodeAt(i)) >>> 0;
  return hash % LANES;
}

function joinOutcomes(rows: readonly { readonly file: FileRow }[], answers: readonly ImportOutcome[]): RowOutcome[] {
  const byRow = new Map(answers.map((answer) => [answer.row, answer]));
  return rows.map(({ file }) => {
    const answer = byRow.get(file.row);
    if (answer?.outcome === 'accepted') return acceptedRow(file);
    if (answer?.outcome === 'skipped') return skippedRow(file);
    const errors = (answer?.errors ?? []).map(({ field, code, message }) => ({ field, code, message }));
    return rejectedRow(file, errors.length > 0 ? errors : [{ field: '', code: 'COMMON.INTERNAL' }]);
  });
}
