import { describe, expect, it } from '@jest/globals';
import { EnvironmentError } from '#tier';
import { readConfiguration } from './environment.js';

const LEAST = { DATABASE_URL: 'postgres://a:b@localhost/x', NATS_URL: 'nats://localhost', XINQIAO_KEYS: '/keys' };

describe('the environment of a node in one process', () => {
  it('makes a district node on the local address by default', () => {
    expect(readConfiguration(LEAST)).toMatchObject({
      variables: { HOST: '127.0.0.1', PORT: 8080 },
      shared: { node: { id: 'district', tier: 'district', territory: '' }, eventStream: 'EVENTS', demo: true },
    });
  });

  it('treats an empty variable as not set', () => {
    expect(readConfiguration({ ...LEAST, PORT: '', XINQIAO_CLOCK: '' }).variables.PORT).toBe(8080);
  });

  it('takes a fixed day', () => {
    expect(readConfiguration({ ...LEAST, XINQIAO_CLOCK: '2026-03-02' }).clock.today()).toBe('2026-03-02');
  });

  it('refuses a fixed day, and province 99, in production', () => {
    const production = { ...LEAST, NODE_ENV: 'production' };
    expect(() => readConfiguration({ ...production, XINQIAO_CLOCK: '2026-03-02' })).toThrow('XINQIAO_CLOCK is refused');
    expect(readConfiguration(production).shared.demo).toBe(false);
  });

  it.each([
    ['PORT', '99999'],
    ['PORT', 'http'],
    ['XINQIAO_NODE', 'Has Spaces'],
    ['XINQIAO_TIER', 'village'],
    ['XINQIAO_TERRITORY', '99010'],
    ['XINQIAO_CLOCK', '2026-02-30'],
    ['XINQIAO_ADMIN_PASSWORD', 'short'],
    ['DATABASE_URL', ''],
    ['NATS_URL', ''],
    ['XINQIAO_KEYS', ''],
  ])('refuses a %s that cannot be and does not repeat its value', (name, value) => {
    const read = (): unknown => readConfiguration({ ...LEAST, [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(name);
    if (value !== '') expect(read).not.toThrow(value);
  });
});
