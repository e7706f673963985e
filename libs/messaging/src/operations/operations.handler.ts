import { Inject } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  OperationsService,
  type EventFlowRequest,
  type EventFlowResponseSchema,
  type HealthRequest,
  type HealthResponseSchema,
  type ListDeadLettersRequest,
  type ListDeadLettersResponseSchema,
  type ReplayDeadLetterRequest,
  type ReplayDeadLetterResponseSchema,
  type SearchAuditRequest,
  type SearchAuditResponseSchema,
  type VerifyAuditRequest,
  type VerifyAuditResponseSchema,
} from '#contracts';
import { AuditLog, AuditVerifier, type AuditNote } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import type { RpcCall } from '../rpc/rpc-call.js';
import { RpcController, RpcMethod } from '../rpc/rpc-method.decorator.js';
import { DeadLetters, type DeadLetterRecord } from './dead-letters.js';
import { EventFlow } from './event-flow.js';
import { ServiceHealth } from './service-health.js';

const MAX_PAGE = 200;
const DEFAULT_PAGE = 50;

/** What operators and auditors ask of every service. */
@RpcController()
export class OperationsHandler {
  constructor(
    private readonly flow: EventFlow,
    private readonly letters: DeadLetters,
    private readonly health: ServiceHealth,
    private readonly audit: AuditLog,
    private readonly verifier: AuditVerifier,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  @RpcMethod(OperationsService.method.eventFlow, { permission: 'ops.read', targeted: true })
  eventFlow(_request: EventFlowRequest, call: RpcCall): Promise<MessageInitShape<typeof EventFlowResponseSchema>> {
    return this.flow.read(call.context.caller);
  }

  @RpcMethod(OperationsService.method.listDeadLetters, { permission: 'ops.read', targeted: true })
  async listDeadLetters(
    request: ListDeadLettersRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof ListDeadLettersResponseSchema>> {
    const limit = pageOf(request.limit);
    const rows = await this.letters.list(call.context, optional(request.cursor), limit + 1);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1)?.id : undefined;
    return { items: items.map(letterItem), ...(last === undefined ? {} : { nextCursor: last }) };
  }

  @RpcMethod(OperationsService.method.replayDeadLetter, { permission: 'ops.write', targeted: true })
  async replayDeadLetter(
    request: ReplayDeadLetterRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof ReplayDeadLetterResponseSchema>> {
    return { applied: await this.letters.replay(call, request.id) };
  }

  @RpcMethod(OperationsService.method.searchAudit, { permission: 'audit.read', targeted: true })
  async searchAudit(
    request: SearchAuditRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof SearchAuditResponseSchema>> {
    const page = await this.audit.search({
      limit: pageOf(request.limit),
      ...present('cursor', optional(request.cursor)),
      ...present('actorId', request.actorId),
      ...present('subjectId', request.subjectId),
      ...present('action', request.action),
      ...present('from', request.from),
      ...present('to', request.to),
      ...present('subjectKind', request.subjectKind),
      ...present('outcome', request.outcome),
      ...present('correlationId', request.correlationId),
      ...present('beforeId', request.beforeId),
    });
    await this.audit.recordRead(call.context, searchNote(request, page.items.length));
    const items = page.items.map(({ subjectId, org, ...row }) => ({
      ...row,
      service: this.settings.service,
      ...present('subjectId', subjectId),
      ...present('org', org),
    }));
    return { items, ...present('nextCursor', page.nextCursor) };
  }

  @RpcMethod(OperationsService.method.verifyAudit, { permission: 'audit.read', targeted: true })
  async verifyAudit(
    _request: VerifyAuditRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof VerifyAuditResponseSchema>> {
    const { sealed, pending, intact, brokenAt, headHash, fault } = await this.verifier.verify();
    await this.audit.recordRead(call.context, { action: 'audit.verify', subjectKind: 'audit', details: { intact } });
    const found = { ...present('brokenAt', brokenAt), ...present('fault', fault) };
    return { service: this.settings.service, sealed, pending, intact, headHash, ...found };
  }

  @RpcMethod(OperationsService.method.health, { permission: 'ops.read', targeted: true })
  readHealth(_request: HealthRequest): Promise<MessageInitShape<typeof HealthResponseSchema>> {
    return this.health.read();
  }
}

/** Who watches the watchers: what was asked for by, whose trail it was, and how much was seen; never what stood in it. */
function searchNote(request: SearchAuditRequest, count: number): AuditNote {
  const { actorId, subjectId, action, from, to, subjectKind, outcome, correlationId } = request;
  const given = { actorId, subjectId, action, from, to, subjectKind, outcome, correlationId };
  const by = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const whose = subjectId ?? actorId;
  return {
    action: 'audit.search',
    subjectKind: 'audit',
    ...present('subjectId', whose),
    details: { by, count },
  };
}

function pageOf(limit: number): number {
  return limit <= 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE);
}

function optional(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function letterItem(row: DeadLetterRecord) {
  return {
    id: row.id,
    consumer: row.consumer,
    eventType: row.event_type ?? '',
    eventId: row.event_id ?? '',
    origin: row.origin ?? '',
    epoch: row.epoch ?? '',
    seq: row.seq ?? 0,
    errorCode: row.error_code,
    attempts: row.attempts,
    recordedAt: row.recorded_at.toISOString(),
    ...present('replayedAt', row.replayed_at?.toISOString()),
  };
}
