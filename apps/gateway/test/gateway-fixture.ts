import type { INestMicroservice } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '#auth';
import { createTestNode, signInAs, startService, type TestNode } from '#testing';
import { IdentityBootstrap, IdentityModule } from '../../identity/src/identity.module.js';
import { createGateway, DemoNotice, type Demo, type GatewayOptions } from '../src/gateway.module.js';

export const GOOD_PASSWORD = 'Willow-river-7-lantern';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {
    code?: string;
    errors?: { field: string; code: string; message: string }[];
  };
  readonly text: string;
}

export interface RequestOptions {
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

/** The gateway with the identity service behind it, over real HTTP. */
export class GatewayFixture {
  private constructor(
    readonly node: TestNode,
    readonly identity: INestMicroservice,
    readonly gateway: NestFastifyApplication,
    readonly url: string,
  ) {}

  static async start(options: Partial<GatewayOptions> = {}): Promise<GatewayFixture> {
    const node = await createTestNode(['identity', 'gateway']);
    const settings = node.settings('identity');
    const identity = await startService(IdentityModule.forRoot(settings), settings);
    const gateway = await createGateway(node.settings('gateway'), options, { logger: ['fatal'] });
    await gateway.listen(0, '127.0.0.1');
    return new GatewayFixture(node, identity, gateway, await gateway.getUrl());
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    await this.identity.close();
    await this.node.close();
  }

  showDemo(demo: Demo): void {
    this.gateway.get(DemoNotice).show(demo);
  }

  token(roles: readonly Role[], scopes: readonly string[] = ['']): string {
    return signInAs(this.node, { roles, scopes }).token!;
  }

  async user(username: string, roles: Role[] = ['street_staff'], scopes: string[] = ['990101001']): Promise<void> {
    const user = { username, displayName: username, password: GOOD_PASSWORD, roles, scopes };
    await this.identity.get(IdentityBootstrap).ensureUsers([user]);
  }

  async login(username: string, password: string = GOOD_PASSWORD): Promise<Answer> {
    return this.ask('POST', '/api/v1/auth/login', { body: { username, password } });
  }

  async ask(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const payload = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        ...options.headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : undefined, text };
  }
}
