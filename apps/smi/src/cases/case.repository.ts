import { Injectable } from '@nestjs/common';
import type { CaseStatus } from '#domain';
import type { Tx } from '#persistence';
import { CASE_COLUMNS, CASE_SELECT, STATE_COLUMNS, type CaseRow, type CaseStateRow } from './case.row.js';

const BY_ID = `select ${CASE_SELECT} from smi_case c where c.id = $1`;
const BY_ID_LOCKED = `${BY_ID} for update`;
const STATE_LIST = STATE_COLUMNS.join(', ');
const STATE_FROM_INPUT = STATE_COLUMNS.map((column) => `s.${column}`).join(', ');

/** Part of a statement: the states in the JSON parameter replace those stored. Cases are locked by the caller. */
export const updateStates = (parameter: string) => `
  update smi_case c set (${STATE_LIST}, updated_at) = (${STATE_FROM_INPUT}, s.updated_at)
  from json_populate_recordset(null::smi_case, ${parameter}::json) s
  where c.id = s.id and c.county = s.county`;

const WRITTEN_STATE = [...STATE_COLUMNS, 'updated_at'] as const;

/** The same for one case with plain parameters from `$first` on: planned for the key, where a set would be joined. */
export const updateState = (first: number) => `
  update smi_case set ${WRITTEN_STATE.map((column, i) => `${column} = $${first + i}`).join(', ')}
  where id = $${first + WRITTEN_STATE.length} and county = $${first + WRITTEN_STATE.length + 1}`;

/** The parameters of `updateState`. */
export function stateParameters(state: StoredState): unknown[] {
  const values = WRITTEN_STATE.map((column) => (column === 'checks' ? JSON.stringify(state.checks) : state[column]));
  return [...values, state.id, state.county];
}

const INSERT_COLUMNS = [...CASE_COLUMNS, 'content_digest', 'created_at', 'created_by', 'updated_at'].join(', ');
const INSERT = `
  insert into smi_case (${INSERT_COLUMNS})
  select ${INSERT_COLUMNS} from json_populate_recordset(null::smi_case, $1::json)`;
// A number or person taken outside the caller's area shows only here: the row is left out, the batch goes on.
const INSERT_NEW = `${INSERT} on conflict do nothing returning id`;
const BY_NUMBER_OR_PERSON = `
  select ${CASE_SELECT} from smi_case c where c.case_no = any($1::text[]) or c.person_id = any($2::uuid[]) order by c.id`;
const BY_NUMBER_OR_PERSON_LOCKED = `${BY_NUMBER_OR_PERSON} for update`;
const TAKEN = `
  select c.case_no, c.person_id, c.status, encode(c.content_digest, 'hex') as digest
  from smi_case c where c.case_no = any($1::text[]) or c.person_id = any($2::uuid[])`;
const INSERT_TOKENS = `
  insert into case_search (case_id, county, org, tokens)
  select case_id, county, org, tokens from json_populate_recordset(null::case_search, $1::json)`;
const CHANGED_COLUMNS = [
  'article30',
  'consent_decision',
  'consent_on',
  'consent_signer',
  'consent_reask_on',
  'exams',
  ...STATE_COLUMNS,
];
const UPDATE = `
  update smi_case c set (${CHANGED_COLUMNS.join(', ')}, updated_at)
    = (${CHANGED_COLUMNS.map((column) => `s.${column}`).join(', ')}, $2::timestamptz)
  from json_populate_recordset(null::smi_case, $1::json) s
  where c.id = s.id and c.county = s.county`;

/** A new case with the digest of what was sent, by which a repeated import knows it again. */
export type NewCase = CaseRow & { content_digest: string };

/** Numbers and persons that have a case. */
export interface TakenCase {
  case_no: string;
  person_id: string;
  status: CaseStatus;
  digest: string;
}

/** What is stored of a case besides its row. */
export interface CaseTokens {
  case_id: string;
  county: string;
  org: string;
  tokens: number[];
}

/** A state ready to be written back. */
export type StoredState = CaseStateRow & { county: string; updated_at: string };

/** Cases by key. Everything that reads by area lies in `ListCasesUseCase` and `ListTasksUseCase`. */
@Injectable()
export class CaseRepository {
  async find(tx: Tx, id: string): Promise<CaseRow | undefined> {
    return (await tx.prepared<CaseRow>(BY_ID, [id]))[0];
  }

  /** Locks the case until the end of the transaction: visits of one case follow one another. */
  async lock(tx: Tx, id: string): Promise<CaseRow | undefined> {
    return (await tx.prepared<CaseRow>(BY_ID_LOCKED, [id]))[0];
  }

  /** Cases by number or person, of those the caller may see; locked in one order, so that batches do not collide. */
  findMany(tx: Tx, caseNos: readonly string[], personIds: readonly string[], lock: boolean): Promise<CaseRow[]> {
    return tx.prepared<CaseRow>(lock ? BY_NUMBER_OR_PERSON_LOCKED : BY_NUMBER_OR_PERSON, [caseNos, personIds]);
  }

  taken(tx: Tx, caseNos: readonly string[], personIds: readonly string[]): Promise<TakenCase[]> {
    return tx.prepared<TakenCase>(TAKEN, [caseNos, personIds]);
  }

  async insert(tx: Tx, rows: readonly NewCase[], at: string): Promise<void> {
    await tx.prepared(INSERT, [newRows(tx, rows, at)]);
  }

  /** Inserts what is new and answers the ids of what was. */
  async insertNew(tx: Tx, rows: readonly NewCase[], at: string): Promise<Set<string>> {
    const inserted = await tx.prepared<{ id: string }>(INSERT_NEW, [newRows(tx, rows, at)]);
    return new Set(inserted.map((row) => row.id));
  }

  async insertTokens(tx: Tx, rows: readonly CaseTokens[]): Promise<void> {
    if (rows.length > 0) await tx.prepared(INSERT_TOKENS, [JSON.stringify(rows)]);
  }

  /** Writes back what may change of a case: state, consent, examinations. */
  async update(tx: Tx, row: CaseRow, at: string): Promise<void> {
    await tx.prepared(UPDATE, [JSON.stringify([{ ...row, guardian: null }]), at]);
  }
}

function newRows(tx: Tx, rows: readonly NewCase[], at: string): string {
  const stamp = { created_at: at, created_by: tx.caller.id, updated_at: at };
  return JSON.stringify(rows.map((row) => ({ ...row, guardian: hexOf(row.guardian), ...stamp })));
}

/** How JSON carries a `bytea`. */
export function hexOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : `\\x${Buffer.from(bytes).toString('hex')}`;
}

/** The part of a row that a visit changes, to be written back. */
export function stateOf(row: CaseRow, at: string): StoredState {
  const state = Object.fromEntries(STATE_COLUMNS.map((column) => [column, row[column]])) as unknown as CaseStateRow;
  return { ...state, id: row.id, county: row.county, updated_at: at };
}
