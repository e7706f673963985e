import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { processVitals } from './process-vitals.js';

describe('vitals of this process', () => {
  it('say the version of the product, and figures that can be', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const vitals = processVitals();
    expect(vitals).toMatchObject({ version, process: expect.stringMatching(new RegExp(`:${process.pid}$`)) });
    expect(vitals.memoryBytes).toBeGreaterThan(vitals.heapBytes);
    expect(Date.parse(vitals.startedAt)).toBeLessThanOrEqual(Date.now());
  });
});
