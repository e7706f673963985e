import { Module, type INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DomainError, OutboxService } from '#contracts';
import {
  assertNatsServer,
  MessagingModule,
  NatsServerRefused,
  provisionStreams,
  RpcClient,
  RpcController,
  RpcMethod,
} from '#messaging';
import type { CallContext } from '#observability';
import { startService } from '#testing';
import { ServiceContext } from '../src/rpc/service-context.js';
import { EventFlowNode, until } from './support/event-flow-node.js';
import { OwnNats } from './support/own-nats.js';

jest.setTimeout(90_000);

@RpcController()
class HeadHandler {
  @RpcMethod(OutboxService.method.head, { permission: 'service', targeted: true })
  async head(): Promise<{ origin: string }> {
    await new Promise((resolve) => setTimeout(resolve, pause));
    return { origin: 'here' };
  }
}
let pause = 0;

describe('without NATS', () => {
  let flow: EventFlowNode;
  let nats: OwnNats;

  beforeEach(async () => {
    pause = 0;
    [flow, nats] = await Promise.all([EventFlowNode.create(), OwnNats.create()]);
  });

  afterEach(async () => {
    await flow.close();
    await nats.remove();
  });

  it('starts, refuses calls at once, and works as soon as the server is there; through a kill as well', async () => {
    const { rpc, context, service } = await startCaller();
    const call = () => rpc.call(OutboxService.method.head, {}, context(), { target: 'smi', timeoutMs: 3_000 });
    expect(await codeOf(call())).toBe('COMMON.UNAVAILABLE');

    await nats.start();
    await until(async () => (await codeOf(call())) === 'answered');

    pause = 2_000;
    const underWay = call();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await nats.stop('SIGKILL');
    expect(await codeOf(underWay)).toBe('COMMON.UNAVAILABLE');
    expect(await codeOf(call())).toBe('COMMON.UNAVAILABLE');

    pause = 0;
    await nats.start();
    await until(async () => (await codeOf(call())) === 'answered', 5_000);
    await service.close();
  });

  it('keeps events in the outbox and sends them when the server is back', async () => {
    await nats.start();
    await provisionStreams(nats.url, {}, flow.stream, declaration());
    const away = { natsUrl: nats.url, natsMonitorUrl: nats.monitorUrl };
    const smi = await flow.start('smi', away);
    await flow.start('kpi', away);
    await flow.emit(smi, ['a']);
    await until(async () => (await flow.effects()).length === 1);
    await nats.stop('SIGKILL');
    await flow.emit(smi, ['b', 'c']);
    expect(await flow.unpublished()).toBe(2);
    await nats.start();
    await until(async () => (await flow.effects()).length === 3, 15_000);
    await nats.stop('SIGKILL');
    await nats.start();
    await flow.emit(smi, ['d']);
    await until(async () => (await flow.effects()).length === 4, 15_000);
    expect(await flow.effects()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('survives the loss of the whole stream', async () => {
    await nats.start();
    await provisionStreams(nats.url, {}, flow.stream, declaration());
    const smi = await flow.start('smi', { natsUrl: nats.url });
    await flow.emit(smi, ['a', 'b']);
    await until(async () => (await flow.unpublished()) === 0);
    const other = await (await OwnNats.create()).start();
    await flow.stop(smi);
    await provisionStreams(other.url, {}, flow.stream, declaration());
    await flow.start('smi', { natsUrl: other.url });
    await flow.start('kpi', { natsUrl: other.url });
    await until(async () => (await flow.effects()).length === 2);
    expect(await flow.watermarks()).toEqual([2]);
    await flow.close();
    flow = await EventFlowNode.create();
    await other.remove();
  });

  it('waits with full stream and goes on when there is room', async () => {
    await nats.start();
    await provisionStreams(nats.url, {}, flow.stream, { ...declaration(), maxBytes: 4_000 });
    const smi = await flow.start('smi', { natsUrl: nats.url });
    await flow.emit(
      smi,
      Array.from({ length: 20 }, (_, i) => `case-${i}`),
    );
    await until(async () => (await flow.unpublished()) < 20);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await flow.unpublished()).toBeGreaterThan(0);
    await provisionStreams(nats.url, {}, flow.stream, declaration());
    await flow.start('kpi', { natsUrl: nats.url });
    await until(async () => (await flow.effects()).length === 20);
    expect(new Set(await flow.effects()).size).toBe(20);
  });

  it('refuses a server that does not flush, at the check and at the start', async () => {
    await nats.remove();
    nats = await (await OwnNats.create((folder) => `jetstream { store_dir: "${folder}" }`)).start();
    const settings = { ...flow.node.settings('smi'), natsUrl: nats.url, natsMonitorUrl: nats.monitorUrl };
    await expect(assertNatsServer(settings)).rejects.toThrow(NatsServerRefused);
    await expect(flow.start('smi', settings)).rejects.toThrow(/sync_interval/);
    // Where it cannot be asked it warns and works.
    const { natsMonitorUrl: _, ...silent } = settings;
    await assertNatsServer(silent);
  });

  it('provisions again and again, and refuses what would lose events', async () => {
    await nats.start();
    const provision = (changed: object) => provisionStreams(nats.url, {}, 'EVENTS', { ...declaration(), ...changed });
    await provision({});
    await provision({
      maxBytes: 20_000_000,
      consumers: [{ name: 'kpi__smi', filterSubjects: ['evt.*.xinqiao.smi.>'] }],
    });
    await provision({
      consumers: [{ name: 'kpi__smi', filterSubjects: ['evt.*.xinqiao.smi.>', 'evt.*.xinqiao.registry.>'] }],
    });
    await expect(provision({ persistMode: 'async' })).rejects.toThrow(/persist_mode/);
  });

  async function startCaller(): Promise<{
    rpc: RpcClient;
    context: () => CallContext;
    service: INestApplicationContext;
  }> {
    const settings = { ...flow.node.settings('smi'), natsUrl: nats.url, databaseUrl: '' };
    @Module({ imports: [MessagingModule.forService(settings)], controllers: [HeadHandler] })
    class CallerModule {}
    const service = await startService(CallerModule, settings);
    const own = new ServiceContext(settings, 'test');
    return { rpc: service.get(RpcClient), context: () => own.get(), service };
  }

  function declaration() {
    return {
      subjects: ['evt.>'],
      maxBytes: 10_000_000,
      maxMessageBytes: 1_048_576,
      maxAgeSeconds: 3_600,
      duplicateWindowSeconds: 120,
      replicas: 1,
    };
  }
});

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'answered';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}
