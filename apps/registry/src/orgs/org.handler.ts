import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  OrgService,
  type CreateOrgRequest,
  type CreateOrgResponse,
  type GetOrgRequest,
  type GetOrgResponseSchema,
  type GetPopulationRequest,
  type GetPopulationResponseSchema,
  type ListPopulationsRequest,
  type ListPopulationsResponseSchema,
  type ListOrgsRequest,
  type ListOrgsResponseSchema,
  type PutPopulationRequest,
  type PutPopulationResponse,
  type UpdateOrgRequest,
  type UpdateOrgResponse,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { CreateOrgUseCase } from './create-org.use-case.js';
import { PutPopulationUseCase } from './put-population.use-case.js';
import { ReadOrgsUseCase } from './read-orgs.use-case.js';
import { UpdateOrgUseCase } from './update-org.use-case.js';

@RpcController()
export class OrgHandler {
  constructor(
    private readonly createOrg: CreateOrgUseCase,
    private readonly updateOrg: UpdateOrgUseCase,
    private readonly readOrgs: ReadOrgsUseCase,
    private readonly populations: PutPopulationUseCase,
  ) {}

  @RpcMethod(OrgService.method.createOrg, { permission: 'registry.org.write' })
  create(request: CreateOrgRequest, call: RpcCall): Promise<CreateOrgResponse> {
    return this.createOrg.execute(request, call);
  }

  @RpcMethod(OrgService.method.updateOrg, { permission: 'registry.org.write' })
  update(request: UpdateOrgRequest, call: RpcCall): Promise<UpdateOrgResponse> {
    return this.updateOrg.execute(request, call);
  }

  @RpcMethod(OrgService.method.getOrg, { permission: 'registry.org.read' })
  get(request: GetOrgRequest, call: RpcCall): Promise<MessageInitShape<typeof GetOrgResponseSchema>> {
    return this.readOrgs.get(request, call.context.caller);
  }

  @RpcMethod(OrgService.method.listOrgs, { permission: 'registry.org.read' })
  list(request: ListOrgsRequest, call: RpcCall): Promise<MessageInitShape<typeof ListOrgsResponseSchema>> {
    return this.readOrgs.list(request, call.context.caller);
  }

  @RpcMethod(OrgService.method.putPopulation, { permission: 'registry.population.write' })
  putPopulation(request: PutPopulationRequest, call: RpcCall): Promise<PutPopulationResponse> {
    return this.populations.execute(request, call);
  }

  @RpcMethod(OrgService.method.getPopulation, { permission: 'registry.population.read' })
  getPopulation(
    request: GetPopulationRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof GetPopulationResponseSchema>> {
    return this.populations.get(request, call.context.caller);
  }

  @RpcMethod(OrgService.method.listPopulations, { permission: 'registry.population.read' })
  listPopulations(
    request: ListPopulationsRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof ListPopulationsResponseSchema>> {
    return this.populations.list(request, call.context.caller);
  }
}
