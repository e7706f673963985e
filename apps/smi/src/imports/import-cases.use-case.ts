import { setTimeout as sleep } from 'node:timers/promises';
import { clone, create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { isInScope } from '#auth';
import {
  CaseInputSchema,
  ImportCasesResponseSchema,
  type CaseInput,
  type ImportCaseRow,
  type ImportCasesRequest,
  type ImportCasesResponse,
} from '#contracts';
import { isRegistered } from '#domain';
import type { Caller } from '#observability';
import type { RpcCall } from '#messaging';
import { messageCodec, UnitOfWork, type Tx, type WriteTx } from '#persistence';
import { CaseBuilder, registrationDigest } from '../cases/case-builder.js';
import { emitCaseChanged } from '../cases/case-events.js';
import type { NewCase, TakenCase } from '../cases/case.repository.js';
import { CaseStores, firstConsent } from '../cases/case-stores.js';
import { isUuid } from '../paging/uuid.js';
import type { KnownPerson } from '../persons/person-copy.repository.js';
import { SmiRules } from '../rules/smi-rules.js';
import {
  acceptedRow,
  countsOf,
  isPreview,
  outcomesOf,
  rejectedRow,
  skippedRow,
  type RowVerdict,
} from './import-outcome.js';

const CODEC = messageCodec(ImportCasesResponseSchema);
// A file of persons is often followed at once by one of cases: their events get this long to arrive.
const WAIT_FOR_PERSONS_MS = 2_000;
const WAIT_STEP_MS = 100;

interface NewCaseOfRow {
  readonly row: number;
  readonly input: CaseInput;
  readonly stored: NewCase;
  readonly person: KnownPerson | undefined;
}

interface Judgement {
  readonly verdicts: RowVerdict[];
  readonly accepted: NewCaseOfRow[];
}

/** A batch of cases from a file, judged row by row as one entered by hand; the registry has already found the persons. */
@Injectable()
export class ImportCasesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: CaseStores,
    private readonly builder: CaseBuilder,
    private readonly rules: SmiRules,
  ) {}

  async import(request: ImportCasesRequest, call: RpcCall): Promise<ImportCasesResponse> {
    const { locale, caller } = call.context;
    const preview = isPreview(request.mode, request.rows);
    const persons = await this.personsOf(caller, request.rows, preview ? 0 : WAIT_FOR_PERSONS_MS);
    if (preview) {
      const judged = await this.unitOfWork.read(caller, (tx) => this.judge(tx, request.rows, persons));
      const verdicts = [...judged.verdicts, ...judged.accepted.map(({ row }) => acceptedRow(row))];
      return create(ImportCasesResponseSchema, { outcomes: outcomesOf(verdicts, locale) });
    }
    return this.unitOfWork.write(
      call,
      async (tx) => {
        const judged = await this.judge(tx, request.rows, await this.latestOf(tx, request.rows, persons));
        const verdicts = [...judged.verdicts, ...(await this.store(tx, judged.accepted))];
        tx.audit({
          action: 'case.import',
          subjectKind: 'import',
          subjectId: request.jobId,
          details: countsOf(verdicts),
        });
        return create(ImportCasesResponseSchema, { outcomes: outcomesOf(verdicts, locale) });
      },
      CODEC,
    );
  }

  private async personsOf(
    caller: Caller,
    rows: readonly ImportCaseRow[],
    waitMs: number,
  ): Promise<Map<string, KnownPerson>> {
    const ids = [...new Set(rows.map((row) => personIdOf(row)).filter(isUuid))];
    for (let waited = 0; ; waited += WAIT_STEP_MS) {
      const known = await this.unitOfWork.read(caller, (tx) => this.stores.persons.find(tx, ids));
      if (known.size === ids.length || waited >= waitMs) return known;
      await sleep(WAIT_STEP_MS);
    }
  }

  /** With those whose events arrived meanwhile; the rest are named by the projector. */
  private async latestOf(tx: Tx, rows: readonly ImportCaseRow[], known: ReadonlyMap<string, KnownPerson>) {
    const missing = rows.map(personIdOf).filter((id) => isUuid(id) && !known.has(id));
    if (missing.length === 0) return known;
    return new Map([...known, ...(await this.stores.persons.findForNewCase(tx, missing))]);
  }

  private async judge(
    tx: Tx,
    rows: readonly ImportCaseRow[],
    persons: ReadonlyMap<string, KnownPerson>,
  ): Promise<Judgement> {
    const known = await this.stores.cases.taken(
      tx,
      rows.flatMap(({ input }) => (input === undefined ? [] : [input.caseNo])),
      rows.map(personIdOf).filter(isUuid),
    );
    const taken = new TakenIndex(known);
    const judgement: Judgement = { verdicts: [], accepted: [] };
    for (const importRow of rows) {
      const { row } = importRow;
      const input = inputOf(importRow);
      const verdict = this.verdictOf(row, input, tx.caller, taken, persons);
      if (verdict.outcome !== 'accepted' || input === undefined) {
        judgement.verdicts.push(verdict);
        continue;
      }
      taken.add({
        case_no: input.caseNo,
        person_id: input.personId,
        status: 'registered',
        digest: registrationDigest(input),
      });
      const person = persons.get(input.personId);
      judgement.accepted.push({ row, input, stored: this.builder.build(input, person), person });
    }
    return judgement;
  }

  private verdictOf(
    row: number,
    input: CaseInput | undefined,
    caller: Caller,
    taken: TakenIndex,
    persons: ReadonlyMap<string, KnownPerson>,
  ): RowVerdict {
    if (input === undefined || !isUuid(input.personId)) {
      return rejectedRow(row, { field: 'idNumber', code: 'SMI.CASE.PERSON_UNKNOWN' });
    }
    const refusals = this.builder.refusals(input, persons.get(input.personId));
    if (refusals.length > 0) return rejectedRow(row, ...refusals);
    if (!isInScope(caller, input.org)) return rejectedRow(row, { field: 'org', code: 'COMMON.NOT_FOUND' });
    return taken.verdict(row, input) ?? acceptedRow(row);
  }

  private async store(tx: WriteTx, accepted: readonly NewCaseOfRow[]): Promise<RowVerdict[]> {
    if (accepted.length === 0) return [];
    const at = this.rules.now();
    const ids = await this.stores.cases.insertNew(
      tx,
      accepted.map(({ stored }) => stored),
      at,
    );
    const inserted = accepted.filter(({ stored }) => ids.has(stored.id));
    await this.stores.cases.insertTokens(
      tx,
      inserted.flatMap(({ stored, person }) => this.builder.tokensOf(stored, person)),
    );
    await this.stores.consents.insert(
      tx,
      inserted.flatMap(({ stored }) => firstConsent(stored)),
      at,
    );
    for (const { stored } of inserted) emitCaseChanged(tx, stored);
    const overtaken = accepted.filter(({ stored }) => !ids.has(stored.id));
    return [...inserted.map(({ row }) => acceptedRow(row)), ...(await this.overtaken(tx, overtaken))];
  }

  /** Rows that were free when they were judged: somebody else has just registered the number or the person. */
  private async overtaken(tx: WriteTx, rows: readonly NewCaseOfRow[]): Promise<RowVerdict[]> {
    if (rows.length === 0) return [];
    const numbers = rows.map(({ input }) => input.caseNo);
    const persons = rows.map(({ input }) => input.personId);
    const taken = new TakenIndex(await this.stores.cases.taken(tx, numbers, persons));
    const unseen = { field: 'caseNo', code: 'SMI.CASE.NO_TAKEN' } as const;
    return rows.map(({ row, input }) => taken.verdict(row, input) ?? rejectedRow(row, unseen));
  }
}

const personIdOf = (row: Pick<ImportCaseRow, 'personId' | 'input'>): string =>
  row.personId === '' ? (row.input?.personId ?? '') : row.personId;

/** The card with the person the registry found for it. */
function inputOf(row: ImportCaseRow): CaseInput | undefined {
  if (row.input === undefined || row.input.personId === personIdOf(row)) return row.input;
  const input = clone(CaseInputSchema, row.input);
  input.personId = personIdOf(row);
  return input;
}

/** Numbers and persons that have a case, in the database or further up in the batch. */
class TakenIndex {
  private readonly byNumber = new Map<string, TakenCase>();
  private readonly activePersons = new Set<string>();

  constructor(known: readonly TakenCase[]) {
    for (const one of known) this.add(one);
  }

  add(one: TakenCase): void {
    this.byNumber.set(one.case_no, one);
    if (isRegistered(one.status)) this.activePersons.add(one.person_id);
  }

  verdict(row: number, input: CaseInput): RowVerdict | undefined {
    const same = this.byNumber.get(input.caseNo);
    if (same?.digest === registrationDigest(input)) return skippedRow(row);
    if (same !== undefined) return rejectedRow(row, { field: 'caseNo', code: 'SMI.CASE.NO_TAKEN' });
    if (!this.activePersons.has(input.personId)) return undefined;
    return rejectedRow(row, { field: 'idNumber', code: 'SMI.CASE.ALREADY_REGISTERED' });
  }
}
