import fc from 'fast-check';
import { describe, expect, it, jest } from '@jest/globals';
import { Decisions } from '../test/simulation/decisions.js';
import { MUTANTS } from '../test/simulation/mutants.js';
import { World, type Parts, type WorldOptions } from '../test/simulation/world.js';

/** More seeds: `SIMULATION_RUNS=100000 npm run test:unit -- exactly-once`. */
const RUNS = Number(process.env['SIMULATION_RUNS'] ?? 1_000);

jest.setTimeout(120_000 + RUNS * 60);

/** A schedule of faults; fast-check prints the seed and the shrunk list of a failure, and replays it by them. */
const schedule = fc.array(fc.nat(999_999), { minLength: 20, maxLength: 600, size: 'max' });

function exactlyOnce(options: WorldOptions, parts?: Parts, prepare?: () => void) {
  return fc.asyncProperty(schedule, async (list) => {
    prepare?.();
    await new World(new Decisions(list), options, parts).run();
  });
}

describe('relay, bus and inbox under duplicates, reordering, loss and kills between every two steps', () => {
  it('lose nothing and apply nothing twice while the stream keeps what it acknowledged', async () => {
    await fc.assert(exactlyOnce({ lossyStream: false }), { numRuns: RUNS });
  });

  it('lose nothing and apply nothing twice when the stream loses messages too', async () => {
    await fc.assert(exactlyOnce({ lossyStream: true }), { numRuns: RUNS });
  });

  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('catch the mutant: %s', async (_name, mutant) => {
    const property = exactlyOnce({ lossyStream: false }, mutant.parts, mutant.prepare);
    const verdict = await fc.check(property, { numRuns: 1_500, seed: 20_261_123, endOnFailure: true });
    expect(verdict.failed).toBe(true);
    expect(String((verdict as { errorInstance?: unknown }).errorInstance)).toMatch(/lost|twice|watermark|buried/);
  });
});
