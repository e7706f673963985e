import { describe, expect, it } from '@jest/globals';
import { compareVersions, OLDEST_ACCEPTED } from './server-version.js';

describe('compareVersions', () => {
  it.each([
    ['2.9.10', true],
    ['2.12.6', true],
    ['2.12.7', false],
    ['2.12.10', false],
    ['v2.14.0', false],
    ['2.15.1-RC.1', false],
    ['3.0.0', false],
    ['', true],
    ['garbage', true],
  ])('%s is too old: %s', (version, tooOld) => {
    expect(compareVersions(version, OLDEST_ACCEPTED) < 0).toBe(tooOld);
  });
});
