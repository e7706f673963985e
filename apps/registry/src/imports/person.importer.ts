import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { isInScope } from '#auth';
import { checkPerson, countyOf, type PersonDraft, type PersonFacts, type RowObject } from '#domain';
import type { Caller } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { PersonVault } from '../persons/person-vault.js';
import { rejectedRow, type RowOutcome, type RowProblem } from './import-job.js';
import {
  ImporterFactory,
  joinProblems,
  textOf,
  type Importer,
  type ImportRun,
  type PreparedBatch,
  type ReadRow,
} from './importer.js';
import { PersonBatchSettler, type PersonRow, type StoredBatch } from './person-batch-settler.js';
import { PreviewMemory } from './preview-memory.js';
import { RowDigests } from './row-digest.js';

/** Rows between two looks at other work: sealing a whole batch in one go would hold up every request for its length. */
const ROWS_A_TURN = 25;
const ID_BYTES = 16;

@Injectable()
export class PersonImporterFactory extends ImporterFactory {
  constructor(
    private readonly settler: PersonBatchSettler,
    private readonly vault: PersonVault,
    private readonly digests: RowDigests,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {
    super();
  }

  begin(run: ImportRun): Importer {
    return new PersonImporter(run, this.settler, this.vault, this.digests, this.settings);
  }
}

/** Checks, seals and hashes a batch while the database still works on the one before. */
class PersonImporter implements Importer {
  readonly batchSize = 500;
  readonly overlaps: boolean;
  private readonly preview: PreviewMemory | null;
  /** Of the batch prepared last, empty until it is stored. */
  private last: StoredBatch = { rows: [] };

  constructor(
    private readonly run: ImportRun,
    private readonly settler: PersonBatchSettler,
    private readonly vault: PersonVault,
    private readonly digests: RowDigests,
    private readonly settings: ServiceSettings,
  ) {
    this.preview = run.job.mode === 'preview' ? new PreviewMemory() : null;
    // A preview's batches come one after the other, so that each knows what the one before would have stored.
    this.overlaps = this.preview === null;
  }

  async prepare(rows: readonly ReadRow[]): Promise<PreparedBatch> {
    // The random part of all ids at once: asking for a few bytes costs as much as asking for many.
    const random = randomBytes(rows.length * ID_BYTES);
    const { caller } = this.run.context();
    const good: PersonRow[] = [];
    const bad: RowOutcome[] = [];
    for (const [i, row] of rows.entries()) {
      if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn();
      const { facts, problems } = this.check(row, caller);
      if (problems.length > 0) bad.push(rejectedRow(row.file, problems));
      else good.push(this.seal(row, facts, v7({ random: random.subarray(i * ID_BYTES, (i + 1) * ID_BYTES) })));
    }
    const own: StoredBatch = { rows: [] };
    const options = { importId: this.run.job.id, preview: this.preview, before: this.last, own };
    this.last = own;
    return {
      settle: async (tx, turn) => {
        const outcomes = [...bad, ...(await this.settler.settle(tx, good, turn, options))];
        return outcomes.sort((a, b) => a.file.row - b.file.row);
      },
    };
  }

  private check(row: ReadRow, caller: Caller): { facts: PersonFacts; problems: readonly RowProblem[] } {
    const { facts, refusals } = checkPerson(draftOf(row.value), {
      today: this.settings.clock.today(),
      demo: this.settings.demo,
    });
    if (row.problems.length > 0 || refusals.length > 0) {
      return { facts, problems: joinProblems(row.problems, refusals) };
    }
    const inScope = isInScope(caller, facts.residenceOrg);
    return { facts, problems: inScope ? [] : [{ field: 'residenceOrg', code: 'REGISTRY.ORG.UNKNOWN' }] };
  }

  private seal(row: ReadRow, facts: PersonFacts, id: string): PersonRow {
    const digest = this.digests.of('persons', valuesOf(facts));
    const record = this.vault.seal(facts, id, 1, { deathDate: null, importDigest: digest });
    return {
      file: row.file,
      value: row.value,
      problems: row.problems,
      record,
      profile: this.vault.profileOf(record, facts),
      confirmed: row.value['confirmedNotDuplicate'] === true,
      county: countyOf(facts.residenceOrg),
      digest,
    };
  }
}

function valuesOf(facts: PersonFacts): (string | null)[] {
  return [
    facts.name,
    facts.sex,
    facts.birthDate,
    facts.idType,
    facts.idNumber,
    facts.phone,
    facts.residenceOrg,
    facts.registeredOrg,
    facts.address,
    facts.livingSince,
    facts.ethnicity,
    facts.education,
    facts.maritalStatus,
    facts.employment,
  ];
}

function draftOf(value: RowObject): PersonDraft {
  return {
    name: textOf(value, 'name') ?? '',
    sex: textOf(value, 'sex') ?? '',
    birthDate: textOf(value, 'birthDate') ?? '',
    idType: textOf(value, 'idType') ?? '',
    idNumber: textOf(value, 'idNumber'),
    phone: textOf(value, 'phone'),
    residenceOrg: textOf(value, 'residenceOrg') ?? '',
    registeredOrg: textOf(value, 'registeredOrg'),
    address: textOf(value, 'address'),
    livingSince: textOf(value, 'livingSince'),
    ethnicity: textOf(value, 'ethnicity'),
    education: textOf(value, 'education'),
    maritalStatus: textOf(value, 'maritalStatus'),
    employment: textOf(value, 'employment'),
  };
}
