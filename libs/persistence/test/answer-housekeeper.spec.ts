import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswerHousekeeper, UnitOfWork } from '#persistence';
import { startSample, worker, type SampleService } from './sample-service.js';

let sample: SampleService;
let day = '2026-11-01';

beforeAll(async () => {
  sample = await startSample({ changes: { clock: { now: () => new Date(`${day}T08:00:00Z`), today: () => day } } });
});
afterAll(() => sample.close());

async function answer(key: string, value: string): Promise<string> {
  const context = worker([''], { idempotencyKey: key });
  return sample.module.get(UnitOfWork).write({ context, operation: 'test.Write' }, () => Promise.resolve(value));
}

describe('kept answers', () => {
  it('stand for 14 days and are then removed', async () => {
    const housekeeper = sample.module.get(AnswerHousekeeper);
    await answer('early', 'first');
    day = '2026-11-10';
    await answer('late', 'first');
    day = '2026-11-15';
    expect(await housekeeper.removeOld()).toBe(0);
    day = '2026-11-16';
    expect(await housekeeper.removeOld()).toBe(1);
    expect(await answer('late', 'second')).toBe('first');
    expect(await answer('early', 'second')).toBe('second');
  });
});
