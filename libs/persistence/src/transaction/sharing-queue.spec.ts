import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SharingQueue } from './sharing-queue.js';

interface Ride {
  readonly batch: readonly string[];
  readonly end: () => void;
}

/** A queue of names; two of one first letter never travel together. Batches end when told. */
function queueOfNames() {
  const rides: Ride[] = [];
  let idle = 0;
  const queue = new SharingQueue<string>(
    (batch) => new Promise((resolve) => rides.push({ batch, end: resolve })),
    (name) => [name.charAt(0)],
    () => (idle += 1),
  );
  const batches = () => rides.map((ride) => ride.batch.join(' '));
  const end = async (place: number) => {
    rides[place]!.end();
    await sleep(1);
    await turn();
  };
  return { queue, batches, end, idle: () => idle };
}

// A slow machine must not take a batch for one that is stuck.
beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterAll(() => {
  jest.useRealTimers();
});

describe('a sharing queue', () => {
  it('lets one that comes alone go at once, and those that come meanwhile together', async () => {
    const { queue, batches, end, idle } = queueOfNames();
    queue.add('a');
    await turn();
    for (const name of ['b', 'c', 'd']) queue.add(name);
    await turn();
    expect(batches()).toEqual(['a']);
    await end(0);
    expect(batches()).toEqual(['a', 'b c d']);
    expect(idle()).toBe(0);
    await end(1);
    expect(idle()).toBe(1);
  });

  it('keeps apart, in their order, those with a key in common', async () => {
    const { queue, batches, end } = queueOfNames();
    for (const name of ['a1', 'b1', 'a2', 'b2', 'c1', 'a3']) queue.add(name);
    await turn();
    await end(0);
    await end(1);
    expect(batches()).toEqual(['a1 b1 c1', 'a2 b2', 'a3']);
  });

  it('lets nobody wait long behind a batch that is stuck', async () => {
    const { queue, batches, end } = queueOfNames();
    queue.add('a');
    await turn();
    queue.add('b');
    await turn();
    expect(batches()).toEqual(['a']);
    jest.advanceTimersByTime(25);
    await turn();
    expect(batches()).toEqual(['a', 'b']);
    await end(0);
    await end(1);
  });

  it('keeps the order of a key behind a batch that is stuck', async () => {
    const { queue, batches, end, idle } = queueOfNames();
    queue.add('a1');
    await turn();
    for (const name of ['a2', 'b1', 'a3']) queue.add(name);
    jest.advanceTimersByTime(25);
    await turn();
    expect(batches()).toEqual(['a1', 'b1']);
    await end(1);
    expect(batches()).toEqual(['a1', 'b1']);
    await end(0);
    expect(batches()).toEqual(['a1', 'b1', 'a2']);
    await end(2);
    expect(idle()).toBe(0);
    await end(3);
    expect(batches()).toEqual(['a1', 'b1', 'a2', 'a3']);
    expect(idle()).toBe(1);
  });

  it('bounds a batch', async () => {
    const { queue, batches, end } = queueOfNames();
    for (let n = 0; n < 40; n++) queue.add(String.fromCodePoint(0x4e00 + n));
    await turn();
    await end(0);
    expect(batches().map((batch) => batch.split(' ').length)).toEqual([32, 8]);
  });
});
