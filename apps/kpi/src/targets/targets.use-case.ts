import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { assertInScope, isInScope } from '#auth';
import {
  DomainError,
  PutTargetsResponseSchema,
  type FieldProblem,
  type ListTargetHistoryRequest,
  type ListTargetHistoryResponseSchema,
  type ListTargetsRequest,
  type ListTargetsResponseSchema,
  type PutTargetsRequest,
  type Target,
  type TargetSchema,
} from '#contracts';
import { SMI_INDICATORS, smiIndicatorSlot, toAreaCode, type IndicatorUnit } from '#domain';
import type { RpcCall } from '#messaging';
import type { Caller } from '#observability';
import { messageCodec, UnitOfWork } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { create } from '@bufbuild/protobuf';
import { areaOf, invalid } from '../values/measure-query.js';
import { TargetRepository, type StoredTarget } from './target.repository.js';

const MAX_TARGETS = 500;
const MAX_PLAN = 64;
const MAX_SOURCE = 200;
const MAX_VALUE: Readonly<Record<IndicatorUnit, number>> = { percent: 100, permille: 1000, count: 1e7, days: 1e5 };
const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;

/** Targets: rows of indicator, plan, area and year. */
@Injectable()
export class TargetsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly targets: TargetRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'clock'>,
  ) {}

  put(request: PutTargetsRequest, call: RpcCall): Promise<MessageInitShape<typeof PutTargetsResponseSchema>> {
    const rows = checked(request.targets);
    for (const row of rows) assertInScope(call.context.caller, row.area);
    return this.unitOfWork.write(
      call,
      async (tx) => {
        await this.targets.store(tx, rows, this.settings.clock.now());
        for (const { indicator, plan, area, year } of rows) {
          const details = { plan, year };
          tx.audit({ action: 'target.put', subjectKind: 'kpi_target', subjectId: indicator, org: area, details });
        }
        return create(PutTargetsResponseSchema, { items: rows.map(toTarget) });
      },
      messageCodec(PutTargetsResponseSchema),
    );
  }

  /** Targets that concern the caller: of their areas, of those above and below. */
  async list(request: ListTargetsRequest, caller: Caller): Promise<MessageInitShape<typeof ListTargetsResponseSchema>> {
    const area = request.org === undefined ? undefined : areaOf(request.org);
    if (area !== undefined) assertInScope(caller, area);
    const rows = await this.unitOfWork.read(caller, (tx) => this.targets.list(tx, area, request.year));
    return { items: rows.filter((row) => concerns(caller, row)).map(toTarget) };
  }

  /** What one target was, newest first; to whom the target concerns. */
  async history(
    request: ListTargetHistoryRequest,
    caller: Caller,
  ): Promise<MessageInitShape<typeof ListTargetHistoryResponseSchema>> {
    const { indicator, plan, year } = request;
    const area = request.org === '' ? '' : areaOf(request.org);
    if (!concerns(caller, { area })) throw new DomainError('COMMON.NOT_FOUND');
    const rows = await this.unitOfWork.read(caller, (tx) => this.targets.history(tx, { indicator, plan, area, year }));
    const items = rows.map(({ source, recordedAt, ...rest }) => {
      return { ...rest, recordedAt: recordedAt.toISOString(), ...(source === null ? {} : { source }) };
    });
    return { items };
  }
}

function concerns(caller: Caller, row: Pick<StoredTarget, 'area'>): boolean {
  return isInScope(caller, row.area) || caller.scopes.some((scope) => scope.startsWith(row.area));
}

function checked(targets: readonly Target[]): StoredTarget[] {
  if (targets.length === 0) throw invalid('targets', 'FIELD.REQUIRED');
  if (targets.length > MAX_TARGETS) throw invalid('targets', 'FIELD.TOO_LONG');
  const problems = targets.flatMap((target, i) => problemsOf(target, `[${i}]`));
  if (problems.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors: problems });
  // The last of several for the same row wins, as if they had been sent one after another.
  const rows = targets.map(({ indicator, plan, org, year, value, source }) => {
    return { indicator, plan, area: org === '' ? '' : areaOf(org), year, value, source: source ?? null };
  });
  return [...new Map(rows.map((row) => [JSON.stringify([row.indicator, row.plan, row.area, row.year]), row])).values()];
}

function problemsOf(target: Target, at: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, code: FieldProblem['code']): void => {
    problems.push({ field: `${at}.${field}`, code });
  };
  const unit = SMI_INDICATORS[smiIndicatorSlot(target.indicator) ?? -1]?.unit;
  if (unit === undefined) refuse('indicator', 'KPI.INDICATOR.UNKNOWN');
  else if (!Number.isFinite(target.value) || target.value < 0 || target.value > MAX_VALUE[unit]) {
    refuse('value', 'KPI.TARGET.VALUE_OUT_OF_RANGE');
  }
  if (target.plan.trim() === '') refuse('plan', 'FIELD.REQUIRED');
  if (target.plan.length > MAX_PLAN) refuse('plan', 'FIELD.TOO_LONG');
  if ((target.source ?? '').length > MAX_SOURCE) refuse('source', 'FIELD.TOO_LONG');
  if (target.year < FIRST_YEAR || target.year > LAST_YEAR) refuse('year', 'FIELD.RANGE');
  if (target.org !== '' && !/^[1-9](?:\d|\d{3}|\d{5}|\d{8}|\d{11})$/.test(target.org)) refuse('org', 'FIELD.INVALID');
  return problems;
}

function toTarget({ indicator, plan, area, year, value, source }: StoredTarget): MessageInitShape<typeof TargetSchema> {
  return {
    indicator,
    plan,
    org: area === '' ? '' : toAreaCode(area),
    year,
    value,
    ...(source === null ? {} : { source }),
  };
}
