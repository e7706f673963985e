import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  ValueService,
  type ExplainRequest,
  type ExplainResponseSchema,
  type GetValuesRequest,
  type GetValuesResponseSchema,
  type ListIndicatorsRequest,
  type ListIndicatorsResponseSchema,
  type ListMembersRequest,
  type ListMembersResponseSchema,
  type ListTargetHistoryRequest,
  type ListTargetHistoryResponseSchema,
  type ListTargetsRequest,
  type ListTargetsResponseSchema,
  type NoopRequest,
  type NoopResponseSchema,
  type PutTargetsRequest,
  type PutTargetsResponseSchema,
  type RecomputeRequest,
  type RecomputeResponseSchema,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { RecomputeUseCase } from '../recompute/recompute.use-case.js';
import { TargetsUseCase } from '../targets/targets.use-case.js';
import { ExplainUseCase } from './explain.use-case.js';
import { GetValuesUseCase } from './get-values.use-case.js';
import { indicatorList } from './indicator.mapper.js';
import { ListMembersUseCase } from './list-members.use-case.js';

@RpcController()
export class ValueHandler {
  constructor(
    private readonly getValues: GetValuesUseCase,
    private readonly listMembers: ListMembersUseCase,
    private readonly explainValue: ExplainUseCase,
    private readonly targets: TargetsUseCase,
    private readonly recomputation: RecomputeUseCase,
  ) {}

  @RpcMethod(ValueService.method.listIndicators, { permission: 'kpi.indicator.read' })
  indicators(_request: ListIndicatorsRequest): Promise<MessageInitShape<typeof ListIndicatorsResponseSchema>> {
    return Promise.resolve({ items: indicatorList() });
  }

  @RpcMethod(ValueService.method.getValues, { permission: 'kpi.value.read' })
  async values(request: GetValuesRequest, call: RpcCall): Promise<MessageInitShape<typeof GetValuesResponseSchema>> {
    return { items: await this.getValues.execute(request, call.context.caller) };
  }

  @RpcMethod(ValueService.method.listMembers, { permission: 'kpi.member.read' })
  members(request: ListMembersRequest, call: RpcCall): Promise<MessageInitShape<typeof ListMembersResponseSchema>> {
    return this.listMembers.execute(request, call.context);
  }

  @RpcMethod(ValueService.method.explain, { permission: 'kpi.value.read' })
  explain(request: ExplainRequest, call: RpcCall): Promise<MessageInitShape<typeof ExplainResponseSchema>> {
    return this.explainValue.execute(request, call.context.caller);
  }

  @RpcMethod(ValueService.method.putTargets, { permission: 'kpi.target.write' })
  putTargets(request: PutTargetsRequest, call: RpcCall): Promise<MessageInitShape<typeof PutTargetsResponseSchema>> {
    return this.targets.put(request, call);
  }

  @RpcMethod(ValueService.method.listTargets, { permission: 'kpi.target.read' })
  listTargets(request: ListTargetsRequest, call: RpcCall): Promise<MessageInitShape<typeof ListTargetsResponseSchema>> {
    return this.targets.list(request, call.context.caller);
  }

  @RpcMethod(ValueService.method.listTargetHistory, { permission: 'kpi.target.read' })
  targetHistory(
    request: ListTargetHistoryRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof ListTargetHistoryResponseSchema>> {
    return this.targets.history(request, call.context.caller);
  }

  @RpcMethod(ValueService.method.recompute, { permission: 'kpi.recompute' })
  recompute(_request: RecomputeRequest, call: RpcCall): Promise<MessageInitShape<typeof RecomputeResponseSchema>> {
    return this.recomputation.execute(call);
  }

  @RpcMethod(ValueService.method.noop, { permission: 'authenticated' })
  noop(_request: NoopRequest): Promise<MessageInitShape<typeof NoopResponseSchema>> {
    return Promise.resolve({});
  }
}
