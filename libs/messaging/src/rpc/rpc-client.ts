import {
  create,
  fromJson,
  toJsonString,
  type DescMessage,
  type DescMethodUnary,
  type JsonObject,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import { Inject, Injectable } from '@nestjs/common';
import { RequestError, TimeoutError, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { DomainError, requestSubject } from '#contracts';
import type { CallContext } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { endOfTurn } from '../bus/end-of-turn.js';
import { NatsLink } from '../bus/nats-link.js';
import { decodeProblem, unavailable } from './problem-codec.js';
import { RPC_HEADER, writeCallHeaders } from './rpc-headers.js';

export interface RpcCallOptions {
  /** Name behind the subject, for methods that every service answers. */
  readonly target?: string;
  /** Node that is asked; default this node. */
  readonly node?: string;
  /** Milliseconds until `COMMON.TIMEOUT`; default 5,000. Sent along as a deadline that the server keeps too. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 5_000;
const encoder = new TextEncoder();

/**
 * Calls methods of other services over NATS. A refusal arrives as the same `DomainError` the other side threw; nobody there,
 * or the line down, is `COMMON.UNAVAILABLE` at once; no answer in time is `COMMON.TIMEOUT` (the outcome is unknown).
 */
@Injectable()
export class RpcClient {
  private readonly waiting = new Set<(reason: DomainError) => void>();

  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'node'>,
    private readonly link: NatsLink,
  ) {
    link.listen({ interrupted: () => this.failWaiting() });
  }

  async call<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    context: CallContext,
    options: RpcCallOptions = {},
  ): Promise<MessageShape<O>> {
    // A newer service may answer more than we know: that must not break us during a rolling release.
    return fromJson(method.output, await this.callForJson(method, request, context, options), {
      ignoreUnknownFields: true,
    });
  }

  /** The answer as proto JSON, for an edge that only hands it on. */
  async callForJson<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    context: CallContext,
    options: RpcCallOptions = {},
  ): Promise<JsonObject> {
    const body = encoder.encode(toJsonString(method.input, create(method.input, request)));
    await endOfTurn();
    // Looked up after it: a line that breaks meanwhile would let the call wait for its deadline.
    const connection = this.link.current();
    if (connection === undefined) throw unavailable('no connection to the message bus');
    if (body.length > (connection.info?.max_payload ?? Infinity)) throw new DomainError('COMMON.TOO_LARGE');
    const subject = requestSubject(options.node ?? this.settings.node.id, method, options.target);
    const reply = await this.ask(connection, subject, body, context, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    if (reply.headers?.has(RPC_HEADER.error) === true) throw decodeProblem(reply.string());
    return JSON.parse(reply.string()) as JsonObject;
  }

  private async ask(
    connection: NatsConnection,
    subject: string,
    body: Uint8Array,
    context: CallContext,
    timeout: number,
  ): Promise<Msg> {
    const headers = writeCallHeaders(context, Date.now() + timeout);
    const interrupted = Promise.withResolvers<never>();
    this.waiting.add(interrupted.reject);
    try {
      return await Promise.race([connection.request(subject, body, { timeout, headers }), interrupted.promise]);
    } catch (error) {
      throw refusalOf(error, subject);
    } finally {
      this.waiting.delete(interrupted.reject);
    }
  }

  private failWaiting(): void {
    for (const fail of this.waiting) fail(unavailable('the line to the message bus broke'));
    this.waiting.clear();
  }
}

function refusalOf(error: unknown, subject: string): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof TimeoutError) {
    return new DomainError('COMMON.TIMEOUT', { detail: `no answer on ${subject}`, retryAfterSeconds: 2, cause: error });
  }
  if (error instanceof RequestError && error.isNoResponders()) {
    return unavailable(`nobody answers ${subject}`, error);
  }
  return unavailable(`request on ${subject} failed`, error);
}
