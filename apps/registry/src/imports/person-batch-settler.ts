import { Inject, Injectable } from '@nestjs/common';
import { duplicateStrength, type DuplicateTraits } from '#domain';
import type { WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { OrgRepository } from '../orgs/org.repository.js';
import { PersonDuplicates, traitsOf } from '../persons/person-duplicates.js';
import type { PersonRecord } from '../persons/person-record.js';
import { PersonMapper } from '../persons/person.mapper.js';
import { PersonRepository } from '../persons/person.repository.js';
import { acceptedRow, rejectedRow, skippedRow, type RowOutcome } from './import-job.js';
import type { ReadRow } from './importer.js';
import type { PreviewMemory } from './preview-memory.js';
import { RowDigests, type Digested } from './row-digest.js';

/** A row that passed all checks of its own. */
export interface PersonRow extends ReadRow, Digested {
  readonly record: PersonRecord;
  /** What other services may know, not sealed yet. */
  readonly profile: string;
  readonly confirmed: boolean;
}

/** What a batch stored; the next one may not find it in the database yet. */
export interface StoredBatch {
  rows: readonly PersonRow[];
}

export interface SettleOptions {
  readonly importId: string;
  /** What earlier batches of a preview would have stored; null in a commit. */
  readonly preview: PreviewMemory | null;
  readonly before: StoredBatch;
  readonly own: StoredBatch;
}

/** What the database knows about a batch, fetched with one statement each. */
interface Surroundings {
  /** Digests of imported rows that their document number does not tell: they have none, or the resident's was changed since. */
  readonly known: Set<string>;
  readonly orgs: ReadonlySet<string>;
  /** Document keys that are taken, with the digest of the row that took them. */
  readonly documents: Map<string, string>;
  readonly alike: Map<string, DuplicateTraits[]>;
}

/** Stores a batch of checked residents: one statement a table, whatever the batch's size. */
@Injectable()
export class PersonBatchSettler {
  constructor(
    private readonly persons: PersonRepository,
    private readonly orgs: OrgRepository,
    private readonly duplicates: PersonDuplicates,
    private readonly digests: RowDigests,
    private readonly mapper: PersonMapper,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** @param turn comes when the batch before is stored; what the database knows is asked while that goes on */
  async settle(
    tx: WriteTx,
    rows: readonly PersonRow[],
    turn: Promise<unknown>,
    options: SettleOptions,
  ): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const around = await this.surroundings(tx, rows);
    await turn;
    for (const row of options.before.rows) addStored(around, row);
    const wanted: PersonRow[] = [];
    const outcomes: RowOutcome[] = [];
    for (const row of rows) {
      const outcome = judge(row, around, options.preview);
      if (outcome === null) wanted.push(row);
      else outcomes.push(outcome);
    }
    if (options.preview !== null) {
      for (const { record, digest } of wanted) options.preview.add(digest.toString('hex'), traitsOf(record));
      return [...outcomes, ...wanted.map((row) => acceptedRow(row.file))];
    }
    return [...outcomes, ...(await this.store(tx, wanted, options))];
  }

  private async surroundings(tx: WriteTx, rows: readonly PersonRow[]): Promise<Surroundings> {
    const records = rows.map((row) => row.record);
    const documents = records.flatMap((record) => (record.idNumberIndex === null ? [] : [record.idNumberIndex]));
    const residences = [...new Set(records.map((record) => record.residenceOrg))];
    // Asked together: the answers come in one round trip.
    const [known, changed, orgs, taken, lookAlikes] = await Promise.all([
      this.digests.known(tx, 'persons', rows.filter(hasNoNumber)),
      this.digests.changed(tx, rows),
      this.orgs.validCodes(tx, residences, this.settings.clock.today()),
      this.persons.takenDocuments(tx, documents),
      this.duplicates.lookAlikes(tx, records),
    ]);
    const alike = new Map<string, DuplicateTraits[]>();
    for (const traits of lookAlikes) addTraits(alike, traits);
    return { known: new Set([...known, ...changed]), orgs, documents: taken, alike };
  }

  private async store(
    tx: WriteTx,
    wanted: readonly PersonRow[],
    { importId, own }: SettleOptions,
  ): Promise<RowOutcome[]> {
    own.rows = [];
    if (wanted.length === 0) return [];
    const inserted = await this.persons.insert(
      tx,
      wanted.map((row) => row.record),
    );
    const stored = wanted.filter((row) => inserted.has(row.record.id));
    await this.digests.remember(tx, 'persons', stored.filter(hasNoNumber));
    own.rows = stored;
    this.mapper.announceImported(tx, importId, stored);
    return wanted.map((row) => (inserted.has(row.record.id) ? acceptedRow(row.file) : numberTaken(row)));
  }
}

/** The outcome of a row that is not to be stored; null for one that is, which counts for those below it. */
function judge(row: PersonRow, around: Surroundings, preview: PreviewMemory | null): RowOutcome | null {
  const digest = row.digest.toString('hex');
  if (around.known.has(digest) || preview?.has(digest) === true) return skippedRow(row.file);
  if (!around.orgs.has(row.record.residenceOrg)) {
    return rejectedRow(row.file, [{ field: 'residenceOrg', code: 'REGISTRY.ORG.UNKNOWN' }]);
  }
  const traits = traitsOf(row.record);
  const { idKey } = traits;
  if (idKey !== null) {
    const holder = around.documents.get(idKey);
    if (holder !== undefined) return holder === digest ? skippedRow(row.file) : numberTaken(row);
    if (preview?.has(idKey) === true) return numberTaken(row);
  }
  if (!row.confirmed && looksLikeAnother(traits, around, preview)) {
    return rejectedRow(row.file, [{ field: 'name', code: 'REGISTRY.PERSON.POSSIBLE_DUPLICATE' }]);
  }
  addStored(around, row, traits);
  return null;
}

function looksLikeAnother(traits: DuplicateTraits, around: Surroundings, preview: PreviewMemory | null): boolean {
  const near = around.alike.get(traits.name) ?? [];
  return near.some((other) => isLikely(traits, other)) || preview?.looksLike(traits) === true;
}

// Two different document numbers speak against one person; a file must not be held up by namesakes.
function isLikely(a: DuplicateTraits, b: DuplicateTraits): boolean {
  const strength = duplicateStrength(a, b);
  return strength === 'same' || strength === 'likely';
}

function addStored(around: Surroundings, { record, digest }: PersonRow, traits = traitsOf(record)): void {
  const key = digest.toString('hex');
  if (traits.idKey === null) around.known.add(key);
  else around.documents.set(traits.idKey, key);
  addTraits(around.alike, traits);
}

const hasNoNumber = (row: PersonRow): boolean => row.record.idNumberIndex === null;

function addTraits(alike: Map<string, DuplicateTraits[]>, traits: DuplicateTraits): void {
  const list = alike.get(traits.name);
  if (list === undefined) alike.set(traits.name, [traits]);
  else list.push(traits);
}

function numberTaken(row: PersonRow): RowOutcome {
  return rejectedRow(row.file, [{ field: 'idNumber', code: 'REGISTRY.PERSON.ID_NUMBER_EXISTS' }]);
}
