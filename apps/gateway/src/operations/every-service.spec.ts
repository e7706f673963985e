import { describe, expect, it } from '@jest/globals';
import type { DescMethodUnary } from '@bufbuild/protobuf';
import { DomainError, OperationsService } from '#contracts';
import type { RpcCallOptions, RpcClient } from '#messaging';
import { systemCaller, type CallContext } from '#observability';
import { RestCall } from '../http/rest-call.js';
import { EveryService } from './every-service.js';

const CONTEXT = { caller: systemCaller('test'), correlationId: 'c', locale: 'en' as const };
const PAGES: Record<string, { items: { id: string }[]; nextCursor: string | null }> = {
  'identity ': { items: [{ id: 'i1' }], nextCursor: 'after-i1' },
  'identity after-i1': { items: [{ id: 'i2' }], nextCursor: null },
  'registry ': { items: [], nextCursor: null },
  'smi ': { items: [{ id: 's1' }], nextCursor: null },
};

/** Answers by target and cursor; kpi is away. */
class ScriptedClient {
  callForJson(_method: DescMethodUnary, request: { cursor?: string }, _context: CallContext, options: RpcCallOptions) {
    const target = options.target ?? '';
    if (target === 'kpi') return Promise.reject(new DomainError('COMMON.UNAVAILABLE'));
    const { items, nextCursor } = PAGES[`${target} ${request.cursor ?? ''}`]!;
    return Promise.resolve({ items, ...(nextCursor === null ? {} : { nextCursor }) });
  }
}

describe('one page over several services', () => {
  const every = new EveryService(new RestCall(new ScriptedClient() as unknown as RpcClient));
  const page = (cursor: string, service?: 'identity' | 'smi') =>
    every.page(
      OperationsService.method.listDeadLetters,
      (own) => ({ cursor: own }),
      CONTEXT,
      service === undefined ? { cursor } : { cursor, service },
    );

  it('goes on only with those that have more', async () => {
    const first = await page('');
    expect(first).toMatchObject({
      items: [
        { id: 'i1', service: 'identity' },
        { id: 's1', service: 'smi' },
      ],
      unavailable: ['kpi'],
    });
    expect(await page(first['nextCursor'] as string)).toMatchObject({
      items: [{ id: 'i2', service: 'identity' }],
      unavailable: [],
      nextCursor: null,
    });
  });

  it('asks one service when told so', async () => {
    expect(await page('', 'smi')).toMatchObject({ items: [{ id: 's1' }], unavailable: [], nextCursor: null });
  });

  it.each([
    'x',
    '!!',
    'e30',
    Buffer.from('["identity"]').toString('base64url'),
    Buffer.from('{"identity":7}').toString('base64url'),
  ])('refuses the made-up cursor %s', async (cursor) => {
    await expect(page(cursor)).rejects.toThrow('COMMON.VALIDATION_FAILED');
  });
});
