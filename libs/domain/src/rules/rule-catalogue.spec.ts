import { describe, expect, it } from '@jest/globals';
import { PUBLIC_SOURCES } from '../kernel/evidence.js';
import { KPI_PARAMETERS } from '../kpi/kpi-parameters.js';
import { DEFAULT_SMI_POLICY } from '../smi/smi-policy.js';
import { RULE_CATALOGUE } from './rule-catalogue.js';

describe('rule catalogue', () => {
  it('lists every figure the SMI rules compute with, at its value', () => {
    const listed = RULE_CATALOGUE.filter(({ context }) => context === 'smi').map(({ id, value }) => [
      id.slice(4),
      value,
    ]);
    expect(Object.fromEntries(listed)).toEqual(DEFAULT_SMI_POLICY);
  });

  it('lists every figure of the indicators', () => {
    const listed = RULE_CATALOGUE.filter(({ context }) => context === 'kpi').map(({ id }) => id.slice(4));
    expect(listed).toEqual(Object.keys(KPI_PARAMETERS));
  });

  it('names ids once, in both languages, with a known source', () => {
    expect(new Set(RULE_CATALOGUE.map(({ id }) => id)).size).toBe(RULE_CATALOGUE.length);
    const sources: readonly string[] = Object.values(PUBLIC_SOURCES);
    for (const { nameZh, nameEn, source, sourceEn, clause, clauseEn } of RULE_CATALOGUE) {
      expect(nameZh).toMatch(/\p{Script=Han}/u);
      expect(nameEn).not.toMatch(/\p{Script=Han}/u);
      expect(clause).toMatch(/^[NDV\p{Script=Han}]/u);
      expect(clauseEn).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
      expect(sources).toContain(source);
      expect(sourceEn).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
    }
  });

  it('says P only for what is ours, and ours only as P', () => {
    for (const { id, evidence, source } of RULE_CATALOGUE) {
      expect([id, evidence === 'P']).toEqual([id, source === PUBLIC_SOURCES.platform]);
    }
  });
});
