import { describe, expect, it } from '@jest/globals';
import { judgeRefresh } from './refresh.rules.js';
import type { RefreshRow } from './session.repository.js';

const at = (seconds: number): Date => new Date(1_800_000_000_000 + seconds * 1_000);
const key = Buffer.from('key');

const fresh: RefreshRow = {
  session_id: 's',
  account_id: 'a',
  expires_at: at(1_800),
  used_at: null,
  used_key_hash: null,
  session_expires_at: at(28_800),
  session_ended_at: null,
  successor_used: false,
};
const used: RefreshRow = { ...fresh, used_at: at(0), used_key_hash: key };

describe('the use of a refresh token', () => {
  it.each([
    ['a first use', fresh, null, 0, 'rotate'],
    ['a first use in the last second', fresh, null, 1_799, 'rotate'],
    ['a first use too late', fresh, null, 1_800, 'ended'],
    ['a session that ended', { ...fresh, session_ended_at: at(0) }, null, 1, 'ended'],
    ['a session past its life', { ...fresh, session_expires_at: at(10) }, null, 10, 'ended'],
    ['a stolen token of an ended session', { ...used, session_ended_at: at(1) }, key, 2, 'ended'],
    ['the repeat of a lost answer', used, key, 60, 'repeat'],
    ['a repeat too late', used, key, 61, 'reuse'],
    ['a repeat under another key', used, Buffer.from('other'), 1, 'reuse'],
    ['a second use without a key', used, null, 1, 'reuse'],
    ['a second use, neither with a key', { ...used, used_key_hash: null }, null, 1, 'reuse'],
    ['a repeat after the successor was used', { ...used, successor_used: true }, key, 1, 'reuse'],
  ] as const)('%s', (_name, row, keyHash, now, verdict) => {
    expect(judgeRefresh(row, { keyHash, byCookie: false }, at(now))).toBe(verdict);
  });

  it.each([
    ['another tab at the same moment', { ...used, used_key_hash: null }, 0, 'repeat'],
    ['another tab within ten seconds', used, 10, 'repeat'],
    ['a cookie used again later', used, 11, 'reuse'],
    ['a cookie used again after its successor', { ...used, successor_used: true }, 1, 'reuse'],
    ['a cookie of an ended session', { ...used, session_ended_at: at(1) }, 2, 'ended'],
  ] as const)('by cookie: %s', (_name, row, now, verdict) => {
    expect(judgeRefresh(row, { keyHash: null, byCookie: true }, at(now))).toBe(verdict);
  });
});
