import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SigningKeys } from './signing-keys.js';

const DAY_MS = 86_400_000;

describe('the keys of an issuer', () => {
  let folder: string;
  let now: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keys-'));
    now = Date.parse('2026-01-01T00:00:00Z');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function keys(): SigningKeys {
    return new SigningKeys(folder, 'smi', 'service:smi', () => new Date(now));
  }

  it('serve for three months, then the next one takes over', () => {
    const ours = keys();
    const first = ours.active().kid;
    now += 89 * DAY_MS;
    expect(ours.active().kid).toBe(first);
    now += 2 * DAY_MS;
    expect(ours.active().kid).not.toBe(first);
  });

  it('are taken over by a running process when another one has made the next', () => {
    const running = keys();
    const first = running.active().kid;
    now += 91 * DAY_MS;
    const made = keys().active().kid;
    expect(made).not.toBe(first);
    expect(running.active().kid).toBe(made);
  });
});
