import { createHash } from 'node:crypto';
import { toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { FollowUpInputSchema, FollowUpRecordedSchema, type ComputedSchema, type FollowUpInput } from '#contracts';
import {
  assessFollowUp,
  type ComputedPlan,
  type FollowUpAssessment,
  type FollowUpKind,
  type SmiCaseState,
} from '#domain';
import { FieldCipher, type WriteTx } from '#persistence';
import { caseMessage } from '../cases/case-events.js';
import { hexOf } from '../cases/case.repository.js';
import type { CaseRow } from '../cases/case.row.js';
import { caseStateOf, checkRows, stateColumns } from '../cases/case-state.mapper.js';
import { given } from '../cases/case-view.mapper.js';
import { SmiRules } from '../rules/smi-rules.js';
import { answersOf, textsOf } from './follow-up.mapper.js';
import type { FollowUpRow } from './follow-up.row.js';
import { textsPlace } from './follow-up-texts.js';

/** A judgement that refused nothing. */
export interface AcceptedAssessment extends FollowUpAssessment {
  readonly kind: FollowUpKind;
  readonly computed: ComputedPlan;
  readonly nextCaseState: SmiCaseState;
}

/** A record ready to be stored and the case after it. */
export interface RecordedFollowUp {
  readonly record: FollowUpRow;
  readonly caseAfter: CaseRow;
}

// Duties a visit does not settle: they stay until they are answered.
const STANDING_CHECKS = ['article30_review'];

/** The one way from a form to a stored record; recording, preview and import all go it. */
@Injectable()
export class FollowUpRecorder {
  constructor(
    private readonly rules: SmiRules,
    private readonly fieldCipher: FieldCipher,
  ) {}

  assess(row: CaseRow, input: FollowUpInput): FollowUpAssessment {
    const { policy, calendar } = this.rules;
    return assessFollowUp({ record: input, caseState: caseStateOf(row), today: this.rules.today(), policy, calendar });
  }

  build(
    row: CaseRow,
    input: FollowUpInput,
    assessment: AcceptedAssessment,
    actor: string,
    id = v7(),
  ): RecordedFollowUp {
    const texts = textsOf(input);
    const sealed = texts === undefined ? null : this.fieldCipher.seal(JSON.stringify(texts), textsPlace(id));
    const { computed } = assessment;
    const record: FollowUpRow = {
      id,
      county: row.county,
      case_id: row.id,
      org: row.org,
      kind: assessment.kind,
      complete: assessment.complete,
      ...answersOf(input),
      texts: hexOf(sealed),
      stability: assessment.stability,
      next_due_on: assessment.nextDueOn,
      due_on_before: row.next_due_on,
      rules: [...computed.rules],
      actions: [...computed.actions],
      checks: checkRows(computed.checks),
      content_digest: `\\x${contentDigest(input)}`,
      version: 1,
      recorded_at: this.rules.now(),
      recorded_by: actor,
    };
    return { record, caseAfter: afterRecord(row, input.visitedOn, assessment) };
  }
}

/** Narrows to a judgement that may be stored. */
export function isAccepted(assessment: FollowUpAssessment): assessment is AcceptedAssessment {
  return assessment.refusals.length === 0 && assessment.computed !== null && assessment.nextCaseState !== null;
}

/** What makes two records the same: every answer, in the one form protobuf has for them. */
export function contentDigest(input: FollowUpInput): string {
  return createHash('sha256').update(toBinary(FollowUpInputSchema, input)).digest('hex');
}

function afterRecord(row: CaseRow, visitedOn: string, assessment: AcceptedAssessment): CaseRow {
  const state = assessment.nextCaseState;
  return {
    ...row,
    ...stateColumns(state),
    ...dutiesAfter(row, visitedOn, assessment),
    closed_on: state.status === 'dead' ? state.deathDate : row.closed_on,
    version: row.version + 1,
  };
}

// A visit answers for what was open before it; an attempt that met nobody leaves it open.
function dutiesAfter(row: CaseRow, visitedOn: string, { kind, computed }: AcceptedAssessment) {
  const checks = checkRows(computed.checks);
  const keeps = kind === 'attempt' ? row.checks : row.checks.filter((check) => STANDING_CHECKS.includes(check.kind));
  const kept = kind === 'death' ? [] : keeps.filter((old) => !checks.some((check) => check.kind === old.kind));
  const actions = kind === 'attempt' ? [...new Set([...row.open_actions, ...computed.actions])] : [...computed.actions];
  const since = kind === 'attempt' && row.open_actions.length > 0 ? row.actions_on : visitedOn;
  return { checks: [...checks, ...kept], open_actions: actions, actions_on: actions.length === 0 ? null : since };
}

/** The computed part of an answer. */
export function computedOf(computed: ComputedPlan): MessageInitShape<typeof ComputedSchema> {
  return {
    ...given({ stability: computed.stability, nextDueOn: computed.nextDueOn }),
    rules: [...computed.rules],
    actions: [...computed.actions],
    checks: computed.checks.map((check) => ({ kind: check.kind, dueOn: check.dueOn })),
  };
}

/**
 * Hands the record to the outbox: what indicators need, no free text. The case it changed travels along, where nothing else
 * changes the case in the same transaction.
 */
export function emitFollowUpRecorded(tx: WriteTx, record: FollowUpRow, caseAfter?: CaseRow): void {
  const message = {
    followUpId: record.id,
    version: record.version,
    caseId: record.case_id,
    org: record.org,
    visitedOn: record.visited_on,
    form: record.form,
    contacts: record.contacts,
    kind: toldKind(record),
    complete: record.complete,
    ...given({ riskLevel: record.risk_level, hospitalisation: record.hospitalisation, adherence: record.adherence }),
    ...given({ stability: record.stability, minorDisturbance: record.minor_disturbance }),
    ...given({ publicOrder: record.public_order, crime: record.crime, otherHarm: record.other_harm }),
    ...given({ selfHarm: record.self_harm, suicideAttempt: record.suicide_attempt }),
    rehabilitation: record.rehabilitation,
    ...given({ dueOnBefore: record.due_on_before, nextDueOn: record.next_due_on }),
    ...given({ lossReason: toldLossReason(record), deathDate: record.death_date }),
    ...(caseAfter === undefined ? {} : { caseAfter: caseMessage(caseAfter) }),
  };
  tx.emit(FollowUpRecordedSchema, message, { aggregateId: record.id, aggregateVersion: record.version });
}

const REPEATED_FAILURES = 4;

/** An attempt that made or found the person lost is told as a loss for the form's reason 4, so that the loss outlives the finding. */
function toldKind(record: FollowUpRow): string {
  return record.kind === 'attempt' && record.rules.includes('K1') ? 'loss' : record.kind;
}

function toldLossReason(record: FollowUpRow): number | null {
  return toldKind(record) === record.kind ? record.loss_reason : REPEATED_FAILURES;
}
