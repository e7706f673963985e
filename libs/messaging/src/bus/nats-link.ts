import { Logger } from '@nestjs/common';
import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';
import type { ServiceSettings } from '#tier';
import { Backoff } from './backoff.js';

export type LinkSettings = Pick<ServiceSettings, 'service' | 'node' | 'natsUrl' | 'natsUser' | 'natsPassword'>;

export interface LinkListener {
  /** A connection object is there for the first time (or again after the client gave one up): subscribe now. */
  attached?(connection: NatsConnection): void;
  /** The line is down; what was under way will not be answered. The client keeps trying by itself. */
  interrupted?(): void;
}

/** Looks at a fresh connection; throws to refuse the server. */
export type ServerCheck = (connection: NatsConnection) => Promise<void> | void;

/**
 * A connection to NATS that is always being kept: it waits for a server that is not there yet, reconnects without limit,
 * and says at once whether the line is up, so that nobody queues requests into the void.
 */
export class NatsLink {
  private readonly logger: Logger;
  private readonly listeners = new Set<LinkListener>();
  private connection: NatsConnection | undefined;
  private up = false;
  private closing = false;
  private running: Promise<void> | undefined;
  private readonly backoff = new Backoff(200, 3_000);
  private readonly tried = Promise.withResolvers<undefined>();

  constructor(
    private readonly settings: LinkSettings,
    private readonly purpose: string,
    private readonly check: ServerCheck = () => undefined,
  ) {
    this.logger = new Logger(`NATS ${settings.service}/${purpose}`);
  }

  /** Starts keeping the connection; returns at once. */
  open(): void {
    this.running ??= this.keep();
  }

  /** The connection while the line is up, else undefined. */
  current(): NatsConnection | undefined {
    return this.up ? this.connection : undefined;
  }

  /** Resolves after the first try to connect, whatever came of it, or after `ms`. */
  async firstTry(ms: number): Promise<undefined> {
    const timer = setTimeout(() => this.tried.resolve(undefined), ms);
    await this.tried.promise;
    clearTimeout(timer);
    return undefined;
  }

  listen(listener: LinkListener): () => void {
    this.listeners.add(listener);
    if (this.connection !== undefined) listener.attached?.(this.connection);
    return () => this.listeners.delete(listener);
  }

  /** Sends what is buffered and closes for good. */
  async close(): Promise<void> {
    this.closing = true;
    this.backoff.cancel();
    const connection = this.connection;
    if (connection !== undefined) await (this.up ? connection.drain() : connection.close()).catch(() => undefined);
    await this.running;
  }

  private async keep(): Promise<void> {
    while (!this.closing) {
      const connection = await this.tryConnect();
      if (connection === undefined) {
        this.tried.resolve(undefined);
        await this.backoff.wait();
        continue;
      }
      if (this.isClosing()) {
        await connection.close();
        return;
      }
      this.attach(connection);
      const error = await connection.closed();
      this.detach();
      if (!this.isClosing()) this.logger.error(`connection ended: ${error?.message ?? 'closed'}; connecting anew`);
    }
  }

  // A method, so that the compiler does not believe that the flag cannot change while we waited.
  private isClosing(): boolean {
    return this.closing;
  }

  private async tryConnect(): Promise<NatsConnection | undefined> {
    let connection: NatsConnection | undefined;
    try {
      connection = await connect(connectionOptions(this.settings, this.purpose));
      await this.check(connection);
      this.backoff.reset();
      return connection;
    } catch (error) {
      await connection?.close();
      if (this.backoff.isFirst) this.logger.warn(`not connected (${textOf(error)}); trying until it answers`);
      return undefined;
    }
  }

  private attach(connection: NatsConnection): void {
    this.connection = connection;
    this.up = true;
    this.tried.resolve(undefined);
    void this.watch(connection);
    for (const listener of this.listeners) listener.attached?.(connection);
  }

  private detach(): void {
    this.connection = undefined;
    this.interrupt();
  }

  private interrupt(): void {
    this.up = false;
    for (const listener of this.listeners) listener.interrupted?.();
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.logger.warn('line is down, reconnecting');
        this.interrupt();
      } else if (status.type === 'reconnect') {
        this.up = true;
        this.logger.log('line is up again');
      } else if (status.type === 'error') {
        this.logger.error(status.error.message);
      }
    }
  }
}

/** Unlimited reconnects; a half-open line is noticed within 10 s; replies come to an inbox that only this service may read. */
export function connectionOptions(settings: LinkSettings, purpose: string): ConnectionOptions {
  return {
    servers: settings.natsUrl.split(','),
    name: `${settings.node.id}.${settings.service}.${purpose}`,
    inboxPrefix: `_INBOX_${settings.service}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    pingInterval: 5_000,
    maxPingOut: 2,
    timeout: 5_000,
    ignoreAuthErrorAbort: true,
    noAsyncTraces: true,
    ...(settings.natsUser === undefined ? {} : { user: settings.natsUser }),
    ...(settings.natsPassword === undefined ? {} : { pass: settings.natsPassword }),
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
