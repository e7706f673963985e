import { randomUUID } from 'node:crypto';
import { type INestApplicationContext, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { RevocationList, ServiceTokenIssuer, TokenVerifier, type Role } from '#auth';
import { AuthService, DomainError, UserService, type ErrorCode, type Session } from '#contracts';
import { MessagingModule, RpcClient } from '#messaging';
import { anonymousCaller, systemCaller, type CallContext } from '#observability';
import { createTestNode, signInAs, startService, type TestNode } from '#testing';
import type { Clock } from '#tier';
import { IdentityBootstrap, IdentityModule, type IdentityOptions } from '../src/identity.module.js';

export const GOOD_PASSWORD = 'Willow-river-7-lantern';

/** Moves when told to; starts now, because tokens of the harness are made by the real clock. */
export class MovingClock implements Clock {
  private offset = 0;
  now = (): Date => new Date(Date.now() + this.offset);
  today = (): string => '2026-11-23';
  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }
}

/** The identity service on the bus, and a client beside it. */
export class IdentityFixture {
  private constructor(
    readonly node: TestNode,
    readonly clock: MovingClock,
    readonly service: INestMicroservice,
    private readonly clientApp: INestApplicationContext,
  ) {}

  static async start(options: IdentityOptions = {}): Promise<IdentityFixture> {
    const clock = new MovingClock();
    const node = await createTestNode(['identity', 'gateway'], { clock });
    const service = await startIdentity(node, options);
    const client = await NestFactory.createApplicationContext(MessagingModule.forService(node.settings('gateway')), {
      logger: ['error'],
    });
    return new IdentityFixture(node, clock, service, client);
  }

  async stop(): Promise<void> {
    await this.clientApp.close();
    await this.service.close();
    await this.node.close();
  }

  /** Another process of the same service, which shares the requests from now on. */
  secondProcess(): Promise<INestMicroservice> {
    return startIdentity(this.node, {});
  }

  get rpc(): RpcClient {
    return this.clientApp.get(RpcClient);
  }

  get bootstrap(): IdentityBootstrap {
    return this.service.get(IdentityBootstrap);
  }

  anonymous(idempotencyKey?: string): CallContext {
    return {
      caller: anonymousCaller,
      correlationId: randomUUID(),
      locale: 'zh-CN',
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
  }

  as(roles: readonly Role[], scopes: readonly string[], userId?: string): CallContext {
    return signInAs(this.node, { roles, scopes, ...(userId === undefined ? {} : { userId }) });
  }

  ofSession(session: Session): CallContext {
    const verifier = new TokenVerifier(this.node.settings('gateway'));
    return { ...this.anonymous(), caller: verifier.verify(session.accessToken), token: session.accessToken };
  }

  async user(username: string, options: { roles?: Role[]; scopes?: string[]; password?: string } = {}): Promise<void> {
    const { roles = ['street_staff'], scopes = ['990101001'], password = GOOD_PASSWORD } = options;
    await this.bootstrap.ensureUsers([{ username, displayName: username, password, roles, scopes }]);
  }

  async login(username: string, password: string = GOOD_PASSWORD, otp?: string, clientAddress = '192.0.2.1') {
    const request = { username, password, clientAddress, ...(otp === undefined ? {} : { otp }) };
    const answer = await this.rpc.call(AuthService.method.login, request, this.anonymous());
    return answer.session!;
  }

  /** Renews a session as a page does whose user did something last so many seconds ago. */
  async refreshIdle(refreshToken: string, idleSeconds: number) {
    const request = { refreshToken, idleSeconds, clientAddress: '192.0.2.1' };
    return (await this.rpc.call(AuthService.method.refresh, request, this.anonymous())).session!;
  }

  async refresh(refreshToken: string, idempotencyKey?: string, csrfToken?: string) {
    const context = this.anonymous(idempotencyKey);
    const answer = await this.rpc.call(
      AuthService.method.refresh,
      { refreshToken, clientAddress: '192.0.2.1', ...(csrfToken === undefined ? {} : { csrfToken }) },
      context,
    );
    return answer.session!;
  }

  /** A verifier that knows what identity says has been revoked, as the gateway's does. */
  async gatewayVerifier(): Promise<TokenVerifier> {
    const token = new ServiceTokenIssuer(this.node.settings('gateway')).own('test');
    const context = { ...this.anonymous(), caller: systemCaller('test'), token };
    const since = new Date(this.clock.now().getTime() - 1_800_000).toISOString();
    const { items } = await this.rpc.call(AuthService.method.listRevocations, { since }, context);
    const revocations = new RevocationList();
    revocations.add(items as never);
    return new TokenVerifier(this.node.settings('gateway'), revocations);
  }

  async findUser(username: string) {
    const context = this.as(['system_admin', 'security_admin'], ['']);
    const { items } = await this.rpc.call(UserService.method.listUsers, { q: username, limit: 200 }, context);
    return items.find((item) => item.username === username)!;
  }

  /** Straight from the tables, as their owner. */
  async rows<R>(sql: string, params: unknown[] = []): Promise<R[]> {
    const client = new Client({ connectionString: this.node.ownerUrl('identity') });
    await client.connect();
    try {
      return (await client.query(sql, params)).rows as R[];
    } finally {
      await client.end();
    }
  }
}

function startIdentity(node: TestNode, options: IdentityOptions): Promise<INestMicroservice> {
  const settings = node.settings('identity');
  return startService(IdentityModule.forRoot(settings, options), settings);
}

/** The code a call was refused with, undefined when it went through. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorCode | undefined> {
  return (await refused(call))?.code;
}

export async function refused(call: Promise<unknown>): Promise<DomainError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
