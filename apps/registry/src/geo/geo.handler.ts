import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  GeoService,
  type ListAreaShapesRequest,
  type ListAreaShapesResponseSchema,
  type PutAreaShapesRequest,
  type PutAreaShapesResponse,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { AreaShapesUseCase } from './area-shapes.use-case.js';

@RpcController()
export class GeoHandler {
  constructor(private readonly shapes: AreaShapesUseCase) {}

  @RpcMethod(GeoService.method.listAreaShapes, { permission: 'registry.org.read' })
  list(request: ListAreaShapesRequest, call: RpcCall): Promise<MessageInitShape<typeof ListAreaShapesResponseSchema>> {
    return this.shapes.list(request, call.context.caller);
  }

  @RpcMethod(GeoService.method.putAreaShapes, { permission: 'registry.org.write' })
  put(request: PutAreaShapesRequest, call: RpcCall): Promise<PutAreaShapesResponse> {
    return this.shapes.put(request, call);
  }
}
