import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { HealthRegistry } from './health-registry.js';
import { MetricsRegistry } from './metrics-registry.js';

describe('health', () => {
  afterEach(() => void jest.useRealTimers());

  it('is good only when every check is, and names the failing ones without saying why', async () => {
    const health = new HealthRegistry();
    expect(await health.report()).toEqual({ ok: true, checks: {} });
    health.register('postgresql', () => Promise.resolve());
    const off = health.register('nats', () => Promise.reject(new Error('password wrong')));
    expect(await health.report()).toEqual({ ok: false, checks: { postgresql: 'ok', nats: 'fail' } });
    off();
    expect(await health.report()).toEqual({ ok: true, checks: { postgresql: 'ok' } });
  });

  it('counts a check that throws at once, or never answers, as failed', async () => {
    jest.useFakeTimers();
    const health = new HealthRegistry();
    health.register('throws', () => {
      throw new Error('at once');
    });
    health.register('hangs', () => new Promise(() => undefined));
    const report = health.report();
    await jest.advanceTimersByTimeAsync(2_100);
    expect(await report).toEqual({ ok: false, checks: { throws: 'fail', hangs: 'fail' } });
  });
});

describe('metrics', () => {
  it('carry service and node, and two services of one process do not meet', async () => {
    const smi = new MetricsRegistry({ service: 'smi', node: 'n1' });
    const kpi = new MetricsRegistry({ service: 'kpi', node: 'n1' });
    smi.counter('calls_total', 'Calls', ['status']).inc({ status: 'ok' });
    kpi.counter('calls_total', 'Calls', ['status']).inc({ status: 'ok' }, 5);
    smi.seconds('call_seconds', 'Duration').observe(0.003);
    expect(await smi.text()).toContain('calls_total{status="ok",service="smi",node="n1"} 1');
    expect(await smi.text()).toContain('call_seconds_bucket{le="0.005",service="smi",node="n1"} 1');
    expect(await kpi.text()).toContain('service="kpi",node="n1"} 5');
    expect(smi.contentType).toContain('text/plain');
  });
});
