import { describe, expect, it } from '@jest/globals';
import { KeyedQueue } from './keyed-queue.js';

describe('KeyedQueue', () => {
  it('runs one key in order and others beside it', async () => {
    const queue = new KeyedQueue();
    const events: string[] = [];
    const gate = Promise.withResolvers<undefined>();
    const first = queue.run('a', async () => {
      await gate.promise;
      events.push('a1');
    });
    const second = queue.run('a', () => Promise.resolve(events.push('a2')));
    await queue.run('b', () => Promise.resolve(events.push('b')));
    gate.resolve(undefined);
    await Promise.all([first, second]);
    expect(events).toEqual(['b', 'a1', 'a2']);
  });

  it('goes on after a failure, and tells it to its own caller only', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('a', () => Promise.reject(new Error('no')));
    const after = queue.run('a', () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await after).toBe('yes');
  });
});
