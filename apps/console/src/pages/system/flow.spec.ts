import { describe, expect, it } from '@jest/globals';
import { consumerStands, waiting, type Flow } from './flow.js';

const flow = (service: Flow['service'], changes: Partial<Flow> = {}): Flow => ({
  service,
  error: null,
  epoch: 'e2',
  headSeq: 0,
  unsent: 0,
  oldestUnsentSeconds: 0,
  consumers: [],
  deadLetters: 0,
  ...changes,
});
const reading = (watermark: number, epoch = 'e2') => ({
  consumer: 'kpi__smi',
  origin: 'n.smi',
  epoch,
  watermark,
  held: 0,
});

describe('how far consumers are', () => {
  it('is told against the current numbers of their origin, not those of an older numbering', () => {
    const flows = [flow('smi', { headSeq: 9 }), flow('kpi', { consumers: [reading(7), reading(3, 'e1')] })];
    expect(consumerStands(flows).map(({ lag }) => lag)).toEqual([2, null]);
    expect(waiting(flows)).toEqual({ events: 2, letters: 0, away: [] });
  });

  it('is unknown while the origin is away', () => {
    const away: Flow = { service: 'smi', error: 'COMMON.UNAVAILABLE' };
    const flows = [away, flow('kpi', { consumers: [reading(7)], deadLetters: 2, unsent: 3 })];
    expect(consumerStands(flows)[0]?.lag).toBeNull();
    expect(waiting(flows)).toEqual({ events: 3, letters: 2, away: ['smi'] });
  });
});
