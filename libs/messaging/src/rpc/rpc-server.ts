import { Logger } from '@nestjs/common';
import { ServerNats, type CustomStrategy } from '@nestjs/microservices';
import { headers, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { TokenVerifier } from '#auth';
import { DomainError, type ErrorCode } from '#contracts';
import type { ServiceSettings } from '#tier';
import { refuseOldServer } from '../bus/assert-nats-server.js';
import { endOfTurn } from '../bus/end-of-turn.js';
import { NatsLink } from '../bus/nats-link.js';
import type { CallAuthenticator } from './call-authenticator.js';
import { encodeProblem, isInternal, unavailable } from './problem-codec.js';
import { readCallHeaders, RPC_HEADER } from './rpc-headers.js';
import type { RpcBinding } from './rpc-method.decorator.js';
import { RpcRoute, type BoundHandler } from './rpc-route.js';

export interface RpcServerOptions {
  /** Default: the `TokenVerifier` of `#auth` over the settings' keys directory. */
  readonly authenticator?: CallAuthenticator;
  /** Requests worked on at once; more are refused with `COMMON.UNAVAILABLE`. Default 1,000. */
  readonly maxInFlight?: number;
  /** Milliseconds a shutdown waits for requests under way. Default 10,000. */
  readonly drainMs?: number;
}

const FIRST_TRY_MS = 3_000;
/** Refusals whose reason lies in what the service needs, not in the request. */
const AWAY: ReadonlySet<ErrorCode> = new Set(['COMMON.UNAVAILABLE', 'COMMON.TIMEOUT']);
const encoder = new TextEncoder();

/** The strategy for `app.connectMicroservice(createRpcServer(settings))`. */
export function createRpcServer(settings: ServiceSettings, options: RpcServerOptions = {}): CustomStrategy {
  return { strategy: new RpcServer(settings, options) };
}

/**
 * Nest's NATS transporter with our contract: subjects of this node, the service's name as queue group, proto JSON bodies,
 * verified callers, deadlines, typed refusals. It starts without a server and begins to answer when one is there.
 */
export class RpcServer extends ServerNats {
  private readonly log: Logger;
  private readonly link: NatsLink;
  private readonly authenticator: CallAuthenticator;
  private readonly maxInFlight: number;
  private readonly drainMs: number;
  private readonly open = new Set<Subscription>();
  private routes: readonly RpcRoute[] = [];
  private inFlight = 0;

  constructor(
    private readonly settings: ServiceSettings,
    options: RpcServerOptions,
  ) {
    super({ servers: settings.natsUrl });
    this.log = new Logger(`rpc ${settings.service}`);
    this.link = new NatsLink(settings, 'rpc', refuseOldServer);
    this.authenticator = options.authenticator ?? new TokenVerifier(settings);
    this.maxInFlight = options.maxInFlight ?? 1_000;
    this.drainMs = options.drainMs ?? 10_000;
  }

  /** Calls back once it answers, or after a moment when NATS is away: then it begins to answer when NATS is there. */
  override async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      this.routes = [...this.messageHandlers].map(([pattern, handler]) => {
        const binding = handler.extras?.['binding'] as RpcBinding | undefined;
        if (binding === undefined) throw new Error(`${pattern} is not declared with @RpcMethod`);
        return new RpcRoute(binding, handler as BoundHandler, this.settings);
      });
      this.link.listen({ attached: (connection) => this.subscribeAll(connection) });
      this.link.open();
      await this.link.firstTry(FIRST_TRY_MS);
      await this.link.current()?.flush();
    } catch (error) {
      callback(error);
      return;
    }
    callback();
  }

  /** Takes no new request, answers those under way, then closes. */
  override async close(): Promise<void> {
    if (this.link.current() !== undefined) {
      await Promise.all([...this.open].map((subscription) => subscription.drain())).catch(() => undefined);
    }
    const until = Date.now() + this.drainMs;
    while (this.inFlight > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    await this.link.close();
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the base class has it so
  override unwrap<T>(): T {
    return this.link.current() as T;
  }

  private subscribeAll(connection: NatsConnection): void {
    this.open.clear();
    for (const route of this.routes) {
      const subscription = connection.subscribe(route.subject, {
        queue: this.settings.service,
        callback: (error, message) => {
          if (error === null) void this.answer(route, message);
          else this.log.error(`${route.subject}: ${error.message}`);
        },
      });
      this.open.add(subscription);
    }
  }

  private async answer(route: RpcRoute, message: Msg): Promise<void> {
    const { deadline, ...call } = readCallHeaders(message.headers);
    // Nobody waits for this any more; a write would only surprise the caller.
    if (deadline <= Date.now()) return;
    this.inFlight += 1;
    try {
      if (this.inFlight > this.maxInFlight) throw unavailable('too many requests at once');
      const caller = route.admit(call.token, this.authenticator);
      const answer = await route.run(message.string(), { ...call, caller });
      await endOfTurn();
      this.respond(message, answer);
    } catch (error) {
      this.refuse(message, this.refusalOf(error, route, call.correlationId));
    } finally {
      this.inFlight -= 1;
    }
  }

  private respond(message: Msg, answer: string): void {
    const body = encoder.encode(answer);
    if (body.length > (this.link.current()?.info?.max_payload ?? Infinity)) throw new DomainError('COMMON.TOO_LARGE');
    message.respond(body);
  }

  private refuse(message: Msg, error: DomainError): void {
    const marked = headers();
    marked.set(RPC_HEADER.error, error.code);
    try {
      message.respond(encoder.encode(encodeProblem(error)), { headers: marked });
    } catch (cause) {
      this.log.error(`an answer could not be sent: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }

  private refusalOf(error: unknown, route: RpcRoute, correlationId: string): DomainError {
    if (error instanceof DomainError && !isInternal(error)) {
      if (AWAY.has(error.code)) this.log.warn(`${route.operation}: ${reasonOf(error)} [${correlationId}]`);
      return error;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.log.error(`${route.operation} failed [${correlationId}]\n${text}`);
    return new DomainError('COMMON.INTERNAL');
  }
}

/** Why something that is needed is away: operators ask for it, callers are not told. */
function reasonOf({ code, options }: DomainError): string {
  const { detail, cause } = options;
  return [code, detail, cause instanceof Error ? cause.message : undefined].filter(Boolean).join(', ');
}
