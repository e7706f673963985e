import { create, type DescMessage, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import {
  CancelCaseResponseSchema,
  DischargeCaseResponseSchema,
  TransferCaseResponseSchema,
  type CancelCaseRequest,
  type CaseSchema,
  type DischargeCaseRequest,
  type TransferCaseRequest,
} from '#contracts';
import { CANCEL_REASONS, checkAreaCode, isCode, type CaseStep, type SmiRefusal } from '#domain';
import type { RpcCall } from '#messaging';
import { messageCodec, UnitOfWork } from '#persistence';
import { afterStep } from '../cases/case-transitions.js';
import { given } from '../cases/case-view.mapper.js';
import { refusalOf } from '../rules/smi-rules.js';
import { checkTexts, CaseStepRecorder } from './case-step.recorder.js';

/** What goes with a step beside its day. */
interface StepRecord {
  readonly caseId: string;
  readonly step: CaseStep;
  readonly details: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly refusals: readonly SmiRefusal[];
}

/** Discharge, transfer and cancellation: the transitions of smi.md 2.1 that no record makes. */
@Injectable()
export class ChangeStatusUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recorder: CaseStepRecorder,
  ) {}

  discharge({ caseId, dischargedOn, informedOn, note }: DischargeCaseRequest, call: RpcCall) {
    const known = informedOn ?? this.recorder.rules.today();
    const record: StepRecord = {
      caseId,
      step: { kind: 'discharge', on: dischargedOn, informedOn: known },
      details: { informedOn: known },
      texts: { note },
      refusals: checkTexts({ note }),
    };
    return this.write(DischargeCaseResponseSchema, record, call);
  }

  transfer({ caseId, transferredOn, destination, toOrg, note }: TransferCaseRequest, call: RpcCall) {
    const texts = { destination, note };
    const demo = this.recorder.rules.demo;
    const unknownArea = toOrg !== undefined && !checkAreaCode(toOrg, { demo }).ok;
    const record: StepRecord = {
      caseId,
      step: { kind: 'transfer', on: transferredOn },
      details: given({ toOrg }),
      texts,
      refusals: [
        ...checkTexts(texts, ['destination']),
        ...(unknownArea ? [{ field: 'toOrg', code: 'FIELD.INVALID' } as const] : []),
      ],
    };
    return this.write(TransferCaseResponseSchema, record, call);
  }

  cancel({ caseId, cancelledOn, reason, note }: CancelCaseRequest, call: RpcCall) {
    const unknownReason = !isCode(CANCEL_REASONS, reason);
    const record: StepRecord = {
      caseId,
      step: { kind: 'cancel', on: cancelledOn },
      details: { reason },
      texts: { note },
      refusals: [...checkTexts({ note }), ...(unknownReason ? [{ field: 'reason', code: 'FIELD.CODE' } as const] : [])],
    };
    return this.write(CancelCaseResponseSchema, record, call);
  }

  private async write<D extends DescMessage>(schema: D, record: StepRecord, call: RpcCall): Promise<MessageShape<D>> {
    const { caseId, step, details, texts, refusals } = record;
    if (refusals.length > 0) throw refusalOf(refusals);
    const kept = { kind: step.kind, on: step.on, details, texts };
    return this.unitOfWork.write(
      call,
      async (tx) => {
        const after: MessageInitShape<typeof CaseSchema> = await this.recorder.record(tx, caseId, kept, (row) =>
          afterStep(row, step, this.recorder.rules),
        );
        return create(schema, { case: after } as unknown as MessageInitShape<D>);
      },
      messageCodec(schema),
    );
  }
}
