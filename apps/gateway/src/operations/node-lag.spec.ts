import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@bufbuild/protobuf';
import type { ServiceAnswer } from './every-service.js';
import { lagOf } from './node-lag.js';

const flow = (service: 'smi' | 'kpi' | 'registry', changes: JsonObject = {}): ServiceAnswer => ({
  service,
  answer: { service, epoch: 'e1', headSeq: 0, unsent: 0, oldestUnsentSeconds: 0, consumers: [], ...changes },
  error: null,
});
const reading = (origin: string, watermark: number, epoch = 'e1') => ({
  consumer: 'c',
  origin,
  epoch,
  watermark,
  held: 0,
});

describe('the lag of a node', () => {
  it('is nothing when all is sent and applied', () => {
    const kpi = flow('kpi', { consumers: [reading('n.smi', 7)] });
    expect(lagOf([flow('smi', { headSeq: 7 }), kpi])).toEqual({ lagMessages: 0, lagSeconds: 0 });
  });

  it('counts what waits, and what the slowest consumer has not applied', () => {
    const smi = flow('smi', { headSeq: 10, unsent: 2, oldestUnsentSeconds: 4.5 });
    const kpi = flow('kpi', { consumers: [reading('n.smi', 5), reading('n.smi', 1, 'older')] });
    const registry = flow('registry', { consumers: [reading('n.smi', 7)] });
    expect(lagOf([smi, kpi, registry])).toEqual({ lagMessages: 2 + 3, lagSeconds: 4.5 });
  });

  it('counts what is kept of an earlier epoch and not applied', () => {
    const smi = flow('smi', { headSeq: 2, closed: [{ epoch: 'e0', lastSeq: 9 }] });
    const marks = (older: number) => [reading('n.smi', 2), reading('n.smi', older, 'e0')];
    expect(lagOf([smi, flow('kpi', { consumers: marks(6) })]).lagMessages).toBe(3);
    expect(lagOf([smi, flow('kpi', { consumers: marks(12) })]).lagMessages).toBe(0);
    expect(lagOf([smi, flow('kpi', { consumers: [reading('n.smi', 2)] })]).lagMessages).toBe(9);
    expect(lagOf([smi]).lagMessages).toBe(0);
  });

  it('does not count events nobody reads', () => {
    expect(lagOf([flow('kpi', { headSeq: 9 })])).toEqual({ lagMessages: 0, lagSeconds: 0 });
  });

  it('is unknown while a service is away', () => {
    const away: ServiceAnswer = { service: 'kpi', answer: null, error: 'COMMON.UNAVAILABLE' };
    expect(lagOf([flow('smi'), away])).toEqual({ lagMessages: null, lagSeconds: null });
  });
});
