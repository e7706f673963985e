import { Injectable } from '@nestjs/common';
import type { FollowUpInput } from '#contracts';
import type { SmiRefusal } from '#domain';
import type { CaseRow } from '../cases/case.row.js';
import { startColumns, type CaseStart } from '../cases/case-start.js';
import { afterConsent, afterStep, closed } from '../cases/case-transitions.js';
import type { FollowUpRow } from '../follow-ups/follow-up.row.js';
import { FollowUpRecorder, isAccepted, type AcceptedAssessment } from '../follow-ups/follow-up.recorder.js';
import { SmiRules } from '../rules/smi-rules.js';
import { closingOf, stepOf } from '../steps/case-step.row.js';
import { CaseHistoryRepository, type HistoryEntry } from './case-history.repository.js';

/** A record as the rules judge it at its place. */
export interface JudgedRecord {
  readonly stored: FollowUpRow;
  readonly judged: FollowUpRow;
  /** The case before the record. */
  readonly before: CaseRow;
  readonly assessment: AcceptedAssessment;
}

/** A case told again from its beginning. */
export interface ToldCase {
  readonly records: readonly JudgedRecord[];
  readonly after: CaseRow;
  /** Where the telling had to stop. */
  readonly stopped: { readonly at: string; readonly refusals: readonly SmiRefusal[] } | null;
}

interface Told {
  readonly refusals: readonly SmiRefusal[];
  readonly after: CaseRow;
  readonly record?: JudgedRecord;
}

/** Another content for one record. */
export interface Replacement {
  readonly id: string;
  readonly input: FollowUpInput;
}

/**
 * Tells a case again: from the file through every decision, record and step in the order in which they were recorded first. The
 * state of a case is nothing but this, so a record can be judged at its place and what follows from it computed anew (ADR 0007).
 */
@Injectable()
export class CaseHistory {
  constructor(
    private readonly recorder: FollowUpRecorder,
    private readonly repository: CaseHistoryRepository,
    private readonly rules: SmiRules,
  ) {}

  tell(row: CaseRow, entries: readonly HistoryEntry[], replacement?: Replacement): ToldCase {
    let current: CaseRow = { ...row, ...startColumns(startOf(row, entries), this.rules) };
    const records: JudgedRecord[] = [];
    for (const entry of entries) {
      const told =
        entry.what === 'record' ? this.judge(current, entry.row, replacement) : this.afterOther(current, entry);
      if (told.refusals.length > 0) {
        return { records, after: current, stopped: { at: entry.row.id, refusals: told.refusals } };
      }
      if (told.record !== undefined) records.push(told.record);
      current = told.after;
    }
    return { records, after: { ...current, version: row.version + 1 }, stopped: null };
  }

  private judge(before: CaseRow, stored: FollowUpRow, replacement: Replacement | undefined): Told {
    const isReplaced = replacement?.id === stored.id;
    const input = isReplaced ? replacement.input : this.repository.inputOf(stored);
    const assessment = this.recorder.assess(before, input);
    if (!isAccepted(assessment)) return { refusals: assessment.refusals, after: before };
    const built = this.recorder.build(before, input, assessment, stored.recorded_by, stored.id);
    const { version, recorded_at, recorded_by } = stored;
    const judged: FollowUpRow = isReplaced
      ? { ...built.record, version, recorded_at, recorded_by }
      : { ...stored, ...computedColumns(built.record) };
    return { refusals: [], record: { stored, judged, before, assessment }, after: built.caseAfter };
  }

  private afterOther(current: CaseRow, entry: Exclude<HistoryEntry, { what: 'record' }>): Told {
    if (entry.what === 'consent') {
      const { decision, signed_on, signer } = entry.row;
      const consent = {
        decision: decision === 'declined' ? 'declined' : 'agreed',
        signedOn: signed_on,
        signer,
      } as const;
      return { refusals: [], after: entry.opening ? current : afterConsent(current, consent, this.rules) };
    }
    const { row } = entry;
    if (row.kind === 'action') return { refusals: [], after: closed(current, closingOf(row), this.rules) };
    const { refusals, row: after } = afterStep(current, stepOf(row), this.rules);
    return { refusals, after };
  }
}

/** Whether the rules say something else of a record than what is stored. */
export function isChanged({ stored, judged }: JudgedRecord): boolean {
  return JSON.stringify(computedColumns(stored)) !== JSON.stringify(computedColumns(judged));
}

/** The columns the rules compute of a record; all others are its answers. */
function computedColumns(row: FollowUpRow) {
  const { kind, complete, stability, next_due_on, due_on_before, rules, actions, checks } = row;
  // Columns of JSON come back with their keys in another order.
  const ordered = checks.map((check) => ({ kind: check.kind, due_on: check.due_on }));
  return { kind, complete, stability, next_due_on, due_on_before, rules, actions, checks: ordered };
}

/** Whether a psychiatrist answered on art. 30 here. */
function isAnswered(entry: HistoryEntry): boolean {
  return entry.what === 'step' && closingOf(entry.row).article30 !== undefined;
}

function startOf(row: CaseRow, entries: readonly HistoryEntry[]): CaseStart {
  const opening = entries.find((entry) => entry.what === 'consent' && entry.opening);
  const consent = opening?.what === 'consent' ? opening.row : undefined;
  return {
    fileBuiltOn: row.file_built_on,
    birthDate: row.birth_date,
    // Only a file that does not say yes is asked about.
    article30: row.article30 && !entries.some(isAnswered),
    consent:
      consent === undefined
        ? null
        : {
            decision: consent.decision === 'declined' ? 'declined' : 'agreed',
            signedOn: consent.signed_on,
            signer: consent.signer,
          },
  };
}
