import { Injectable } from '@nestjs/common';
import type { DescMessage, DescMethodUnary, JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import { restForm } from '#contracts';
import { RpcClient, type RpcCallOptions } from '#messaging';
import type { CallContext } from '#observability';

/** One request to a service, answered in the REST form of its proto message. */
@Injectable()
export class RestCall {
  constructor(private readonly rpc: RpcClient) {}

  async call<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    context: CallContext,
    options?: RpcCallOptions,
  ): Promise<JsonObject> {
    return restForm(method.output, await this.rpc.callForJson(method, request, context, options));
  }

  /** For answers that wrap one message: the message itself. */
  async member<I extends DescMessage, O extends DescMessage>(
    name: string,
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    context: CallContext,
    options?: RpcCallOptions,
  ): Promise<JsonObject> {
    return (await this.call(method, request, context, options))[name] as JsonObject;
  }
}
