import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { endOfTurn } from './end-of-turn.js';

describe('endOfTurn', () => {
  it('brings together what is asked for in one turn, whoever asks, before anything else runs', async () => {
    const order: string[] = [];
    const note = async (name: string) => {
      await endOfTurn();
      order.push(name);
      queueMicrotask(() => order.push('sent'));
    };
    const first = note('a');
    await Promise.resolve();
    const both = Promise.all([first, note('b')]);
    expect(order).toEqual([]);
    await both;
    expect(order.slice(0, 3)).toEqual(['a', 'b', 'sent']);
  });

  it('ends every turn anew', async () => {
    const one = endOfTurn();
    expect(endOfTurn()).toBe(one);
    await one;
    const two = endOfTurn();
    expect(two).not.toBe(one);
    await two;
  });

  it('waits for no timer and no later turn', async () => {
    const ended = endOfTurn().then(() => 'ended');
    await expect(Promise.race([ended, nextTurn('next turn')])).resolves.toBe('ended');
  });
});
