import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ageBand,
  maskAddress,
  maskEmail,
  maskFreeText,
  maskIdNumber,
  maskIdNumberPublicly,
  maskName,
  maskPhone,
} from './masking.js';

describe('masking (service-system.md G.4)', () => {
  it.each([
    ['张某', '张*'],
    ['王小明', '王**'],
    ['欧阳小明', '欧***'],
    ['阿·某某', '阿***'],
    ['张', '张*'],
    ['𠮷田', '𠮷*'],
    ['', ''],
  ])('name %s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['990101199001010019', '990***********0019'],
    ['E12345678', 'E******78'],
    ['A1234', 'A****'],
    ['A', '*'],
    ['', ''],
  ])('id %s → %s', (value, masked) => {
    expect(maskIdNumber(value)).toBe(masked);
  });

  it('the public form hides the end too', () => {
    expect(maskIdNumberPublicly('990101199001010019')).toBe('990***************');
    expect(maskIdNumberPublicly('A1')).toBe('A*');
    expect(maskIdNumberPublicly('')).toBe('');
  });

  it.each([
    ['13000000000', '130****0000'],
    ['022-88188858', '022-******58'],
    ['02288188858', '022-******58'],
    ['0573-8208888', '0573-*****88'],
    ['022-88188858-12', '022-******58'],
    ['12356', '12356'],
    ['4000000000', '********00'],
  ])('phone %s → %s', (value, masked) => {
    expect(maskPhone(value)).toBe(masked);
  });

  it.each([
    ['某街道某社区3幢2单元101室', '某街道某社区***'],
    ['某镇某村12组', '某镇***'],
    ['幸福路1号', '***'],
    ['', ''],
  ])('address %s → %s', (value, masked) => {
    expect(maskAddress(value)).toBe(masked);
  });

  it.each([
    ['1990-01-01', '30-39'],
    ['2026-11-23', '0-9'],
    ['1936-11-23', '90+'],
    ['1936-11-24', '80-89'],
  ])('born %s → %s', (birthDate, band) => {
    expect(ageBand(birthDate, '2026-11-23')).toBe(band);
  });

  it('e-mail', () => {
    expect(maskEmail('abc@example.org')).toBe('a***@example.org');
    expect(maskEmail('nothing')).toBe('***');
  });

  it('free text loses its numbers and keeps the rest', () => {
    expect(maskFreeText('证件990101199001010019，电话13000000000或022-88188858，2026-03-02来访3次')).toBe(
      '证件990***********0019，电话130****0000或022-******58，2026-03-02来访3次',
    );
  });

  it('an ID number keeps its length and shows at most seven characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,20}$/), (value) => {
        const masked = maskIdNumber(value);
        expect(masked).toHaveLength(value.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(7);
        expect(masked).toContain('*');
      }),
    );
  });
});
