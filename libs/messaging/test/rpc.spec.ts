import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { Logger, Module, type INestApplicationContext } from '@nestjs/common';
import { headers, connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServiceTokenIssuer } from '#auth';
import { DomainError, FollowUpService, OutboxService, requestSubject, type RecordFollowUpRequest } from '#contracts';
import { createRpcServer, MessagingModule, RpcClient, RpcController, RpcMethod, type RpcCall } from '#messaging';
import type { CallContext } from '#observability';
import { createTestNode, signInAs, startService, withKey, type TestNode } from '#testing';

jest.setTimeout(30_000);

const TOO_MUCH = 'x'.repeat(9 * 1024 * 1024);

const seen: { request: RecordFollowUpRequest; call: RpcCall }[] = [];
let behaviour: (request: RecordFollowUpRequest, call: RpcCall) => Promise<{ id: string }>;

@RpcController()
class VisitHandler {
  @RpcMethod(FollowUpService.method.recordFollowUp, { permission: 'smi.follow_up.write' })
  record(request: RecordFollowUpRequest, call: RpcCall): Promise<{ id: string }> {
    seen.push({ request, call });
    return behaviour(request, call);
  }

  @RpcMethod(FollowUpService.method.previewFollowUp, { permission: 'public' })
  preview(_request: unknown, call: RpcCall): Promise<{ warnings: { message: string }[] }> {
    return Promise.resolve({ warnings: [{ message: call.context.caller.id }] });
  }

  @RpcMethod(OutboxService.method.head, { permission: 'service', targeted: true })
  head(): Promise<{ origin: string }> {
    return Promise.resolve({ origin: 'here' });
  }
}

describe('rpc over NATS', () => {
  let node: TestNode;
  let service: INestApplicationContext;
  let rpc: RpcClient;
  let raw: NatsConnection;
  let worker: CallContext;
  let ownToken: string;
  const method = FollowUpService.method.recordFollowUp;

  beforeAll(async () => {
    node = await createTestNode(['gateway']);
    // No database here: these are calls only.
    const settings = { ...node.settings('gateway'), service: 'smi' as const };
    @Module({ imports: [MessagingModule.forService(settings)], controllers: [VisitHandler] })
    class ServiceModule {}
    service = await startService(ServiceModule, settings);
    rpc = service.get(RpcClient);
    raw = await connect({ servers: settings.natsUrl });
    worker = signInAs(node, { roles: ['street_staff'], scopes: ['990101001'] });
    ownToken = new ServiceTokenIssuer(node.settings('gateway')).own('test');
  });

  afterAll(async () => {
    await raw.close();
    await service.close();
    await node.close();
  });

  beforeEach(() => {
    seen.length = 0;
    behaviour = () => Promise.resolve({ id: 'v1' });
  });

  it('hands the decoded request and the verified call to the handler, and the answer back', async () => {
    const context = { ...withKey(worker, 'key-1'), causationId: 'because', locale: 'en' as const };
    const answer = await rpc.call(method, { caseId: 'c1', input: { visitedOn: '2026-11-20' } }, context);
    expect(answer.id).toBe('v1');
    const [{ request, call }] = seen as [(typeof seen)[number]];
    expect(request.input?.visitedOn).toBe('2026-11-20');
    expect(call.operation).toBe('xinqiao.smi.v1.FollowUpService.RecordFollowUp');
    expect(call.context).toEqual({
      caller: { ...worker.caller },
      token: worker.token,
      correlationId: worker.correlationId,
      causationId: 'because',
      locale: 'en',
      idempotencyKey: 'key-1',
    });
  });

  it('gives equal requests equal digests, also when the call is copied', async () => {
    await rpc.call(method, { caseId: 'c1', input: { visitedOn: '2026-11-20', form: 1 } }, worker);
    await rpc.call(method, { input: { form: 1, visitedOn: '2026-11-20' }, caseId: 'c1' }, worker);
    await rpc.call(method, { caseId: 'c2' }, worker);
    const digests = seen.map(({ call }) => ({ ...call }).requestDigest);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  });

  it('carries a refusal with fields, rule, context and retry time', async () => {
    const thrown = new DomainError('COMMON.VALIDATION_FAILED', {
      errors: [
        { field: 'input.visitedOn', code: 'FIELD.DATE', rule: 'V1' },
        { field: 'input.form', code: 'FIELD.CODE' },
      ],
      context: { version: 3 },
      retryAfterSeconds: 7,
      detail: 'for operators',
    });
    behaviour = () => Promise.reject(thrown);
    const error = await refusal(rpc.call(method, {}, worker));
    expect(error.code).toBe(thrown.code);
    expect(error.options).toEqual(thrown.options);
  });

  it('hides what went wrong inside', async () => {
    behaviour = () => Promise.reject(new Error('password=secret'));
    const error = await refusal(rpc.call(method, {}, worker));
    expect(error.code).toBe('COMMON.INTERNAL');
    expect(JSON.stringify(error.options)).not.toContain('secret');
    behaviour = () => Promise.reject(new DomainError('COMMON.INTERNAL', { detail: 'secret too' }));
    expect(JSON.stringify((await refusal(rpc.call(method, {}, worker))).options)).not.toContain('secret');
  });

  it('tells operators what is away, and nobody else', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    try {
      const cause = new Error('08006: the server is gone');
      behaviour = () => Promise.reject(new DomainError('COMMON.UNAVAILABLE', { detail: 'no database', cause }));
      const error = await refusal(rpc.call(method, {}, worker));
      const told = `xinqiao.smi.v1.FollowUpService.RecordFollowUp: COMMON.UNAVAILABLE, no database, ${cause.message}`;
      expect(warn.mock.calls).toEqual([[`${told} [${worker.correlationId}]`]]);
      expect(JSON.stringify(error.options)).not.toContain(cause.message);
    } finally {
      warn.mockRestore();
    }
  });

  it.each([
    ['no token', undefined],
    ['a made-up token', 'a.b.c'],
  ])('refuses %s', async (_name, token) => {
    const context = { ...worker } as { token?: string };
    delete context.token;
    const call = rpc.call(method, {}, { ...(context as CallContext), ...(token === undefined ? {} : { token }) });
    expect((await refusal(call)).code).toBe('COMMON.UNAUTHENTICATED');
    expect(seen).toEqual([]);
  });

  it('refuses a caller without the declared permission', async () => {
    const admin = signInAs(node, { roles: ['system_admin'], scopes: [''] });
    expect((await refusal(rpc.call(method, {}, admin))).code).toBe('COMMON.FORBIDDEN');
    expect(seen).toEqual([]);
  });

  it('lets anybody call a public method, as nobody', async () => {
    const { token: _, ...nobody } = worker;
    const answer = await rpc.call(FollowUpService.method.previewFollowUp, {}, nobody);
    expect(answer.warnings[0]?.message).toBe('anonymous');
  });

  it('opens housekeeping to services only', async () => {
    const own = { ...worker, token: ownToken };
    const head = (context: CallContext) => rpc.call(OutboxService.method.head, {}, context, { target: 'smi' });
    expect((await head(own)).origin).toBe('here');
    const ops = signInAs(node, { roles: ['ops', 'system_admin'], scopes: [''] });
    expect((await refusal(head(ops))).code).toBe('COMMON.FORBIDDEN');
  });

  it('refuses unknown fields, wrong types and broken JSON', async () => {
    for (const body of ['{"caseId":"c","surprise":1}', '{"caseId":5}', '{', '[]', '"x"', '']) {
      const reply = await ask(body);
      expect([body, reply.headers?.get('Xq-Error')]).toEqual([body, 'COMMON.MALFORMED']);
    }
    expect(seen).toEqual([]);
  });

  it('does not begin what nobody waits for any more', async () => {
    await expect(ask('{}', Date.now() - 1, 300)).rejects.toThrow();
    expect(seen).toEqual([]);
    await ask('{}', Date.now() + 1_000);
    expect(seen).toHaveLength(1);
  });

  it('gives up at the deadline; the outcome is then unknown', async () => {
    let answer: () => void = () => undefined;
    behaviour = () => new Promise((resolve) => (answer = () => resolve({ id: 'late' })));
    const error = await refusal(rpc.call(method, {}, worker, { timeoutMs: 100 }));
    expect(error.code).toBe('COMMON.TIMEOUT');
    answer();
  });

  it('says when nobody answers, without waiting for the deadline', async () => {
    const error = await refusal(rpc.call(OutboxService.method.head, {}, worker, { target: 'nobody' }));
    expect(error.code).toBe('COMMON.UNAVAILABLE');
    expect(error.options.retryAfterSeconds).toBeGreaterThan(0);
  });

  it('refuses bodies larger than the bus takes', async () => {
    const error = await refusal(rpc.call(method, { caseId: TOO_MUCH }, worker));
    expect(error.code).toBe('COMMON.TOO_LARGE');
    behaviour = () => Promise.resolve({ id: TOO_MUCH });
    expect((await refusal(rpc.call(method, {}, worker))).code).toBe('COMMON.TOO_LARGE');
  });

  it('refuses an idempotency key that a header cannot hold', async () => {
    const error = await refusal(rpc.call(method, {}, withKey(worker, 'a\r\nXq-Token: forged')));
    expect(error.code).toBe('COMMON.VALIDATION_FAILED');
    await rpc.call(method, {}, { ...worker, correlationId: 'x\r\nXq-Locale: en' });
    expect(seen[0]?.call.context).toMatchObject({ correlationId: 'xXq-Locale:en', locale: 'zh-CN' });
  });

  it('answers what is under way before it stops', async () => {
    const settings = { ...node.settings('gateway'), service: 'kpi' as const };
    @Module({ imports: [MessagingModule.forService(settings)], controllers: [VisitHandler] })
    class SecondModule {}
    const other = await createTestNode(['gateway']);
    const second = await startService(SecondModule, { ...settings, node: other.identity });
    const slow = Promise.withResolvers<{ id: string }>();
    behaviour = () => slow.promise;
    const answer = rpc.call(method, {}, worker, { node: other.identity.id });
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const closing = second.close();
    setTimeout(() => slow.resolve({ id: 'in time' }), 100);
    expect((await answer).id).toBe('in time');
    await closing;
    expect((await refusal(rpc.call(method, {}, worker, { node: other.identity.id }))).code).toBe('COMMON.UNAVAILABLE');
    await other.close();
  });

  it('does not start with a handler that declares no permission', async () => {
    @RpcController()
    class Careless {
      // @ts-expect-error the permission is what is missing
      @RpcMethod(FollowUpService.method.importFollowUps, {})
      run(): Promise<object> {
        return Promise.resolve({});
      }
    }
    const settings = node.settings('gateway');
    @Module({ imports: [MessagingModule.forService(settings)], controllers: [Careless] })
    class CarelessModule {}
    const app = await NestFactory.createMicroservice(CarelessModule, { ...createRpcServer(settings), logger: false });
    await expect(app.listen()).rejects.toThrow(/permission/);
    await app.close();
  });

  function ask(body: string, deadline = Date.now() + 5_000, timeout = 5_000) {
    const out = headers();
    out.set('Xq-Token', worker.token ?? '');
    out.set('Xq-Deadline', String(deadline));
    out.set('Xq-Correlation-Id', randomUUID());
    return raw.request(requestSubject(node.identity.id, method), body, { headers: out, timeout });
  }
});

async function refusal(call: Promise<unknown>): Promise<DomainError> {
  const outcome = await call.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(DomainError);
  return outcome as DomainError;
}
