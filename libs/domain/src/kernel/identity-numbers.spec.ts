import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkCreditCode,
  creditCodeCheckCharacter,
  organisationCheckCharacter,
  organisationPartAgrees,
} from './credit-code.js';
import { checkPhone } from './phone.js';
import {
  checkResidentId,
  fromFifteenDigits,
  residentIdCheckCharacter,
  residentIdDisagreements,
} from './resident-id.js';

const options = { today: '2026-11-23', demo: true };

describe('resident identity numbers (service-system.md C.2)', () => {
  it.each([
    ['11010519491231002X', '2', '1949-12-31'],
    ['11010519491231002x', '2', '1949-12-31'],
    ['990101199001010019', '1', '1990-01-01'],
    ['990101200012310020', '2', '2000-12-31'],
    ['99010319880808018X', '2', '1988-08-08'],
    ['990101196402290142', '2', '1964-02-29'],
    ['990101201206300036', '1', '2012-06-30'],
    ['99010119990909999X', '1', '1999-09-09'],
  ])('%s is valid', (value, sex, birthDate) => {
    expect(checkResidentId(value, options)).toEqual({
      ok: true,
      value: { number: value.toUpperCase(), sex, birthDate },
    });
  });

  it.each([
    ['440524188001010014', 'BIRTH_DATE_TOO_EARLY'],
    ['990101198502290018', 'ID_BIRTH_DATE'],
    ['990101199909099999', 'ID_CHECKSUM'],
    ['990101199001010018', 'ID_CHECKSUM'],
    ['99010119900101001', 'ID_LENGTH'],
    ['990101900101001', 'ID_LENGTH'],
    ['990101199013010016', 'ID_BIRTH_DATE'],
    ['990101209912310019', 'BIRTH_DATE_IN_FUTURE'],
    ['9901011990010100AX', 'ID_CHARACTERS'],
    ['000101199001010019', 'ID_CHARACTERS'],
    ['160101199001010019', 'ID_PROVINCE'],
    [99_010_119, 'ID_CHARACTERS'],
  ])('%s is refused: %s', (value, problem) => {
    expect(checkResidentId(value, options)).toEqual({ ok: false, code: `REGISTRY.PERSON.${problem}` });
  });

  it('the sample of 1880 has a good check character and is refused by the year alone', () => {
    expect(residentIdCheckCharacter('44052418800101001')).toBe('4');
    expect(checkResidentId('440524188001010014', { ...options, earliestBirth: '1800-01-01' }).ok).toBe(true);
  });

  it('99 is for demonstrations', () => {
    expect(checkResidentId('990101199001010019', { today: '2026-11-23' })).toEqual({
      ok: false,
      code: 'REGISTRY.PERSON.ID_PROVINCE',
    });
  });

  it('old numbers are converted for matching only', () => {
    expect(fromFifteenDigits('990101900101001')).toBe('990101199001010019');
    expect(fromFifteenDigits('99010190010100')).toBeNull();
  });

  it.each([
    [{ sex: '1', birthDate: '1990-01-01' }, []],
    [{ sex: '2', birthDate: '1990-01-01' }, ['REGISTRY.PERSON.ID_SEX_MISMATCH']],
    [{ sex: '0', birthDate: null }, []],
    [{ sex: '9', birthDate: '1990-01-02' }, ['REGISTRY.PERSON.ID_BIRTH_DATE_MISMATCH']],
  ])('the form %j', (form, problems) => {
    const id = { number: '990101199001010019', sex: '1', birthDate: '1990-01-01' } as const;
    expect(residentIdDisagreements(id, form)).toEqual(problems);
  });

  it('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (index, shift) => {
        const good = '990101199001010019';
        const digit = (Number(good.charAt(index)) + shift) % 10;
        const wrong = good.slice(0, index) + String(digit) + good.slice(index + 1);
        expect(residentIdCheckCharacter(wrong)).not.toBe('9');
      }),
    );
  });
});

describe('unified social credit codes (service-system.md C.3)', () => {
  it.each([
    ['91350100M000100Y43', '3'],
    ['52990101MJ00000187', '7'],
    ['12990101MB0A00026H', 'H'],
    ['52990102MJ000X034W', 'W'],
    ['11990101000000019X', 'X'],
    ['129901004000000502', '2'],
  ])('%s is valid', (code, check) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
    expect(creditCodeCheckCharacter(code.slice(0, 17))).toBe(check);
  });

  it('is stored in upper case', () => {
    expect(checkCreditCode(' 52990101mj00000187')).toEqual({ ok: true, value: '52990101MJ00000187' });
  });

  it.each([
    ['91350100M000100Y4Z', 'FORMAT'],
    ['52990101MJ0000018I', 'FORMAT'],
    ['52990101MJ00000188', 'CHECK_CHARACTER'],
    ['5299A101MJ00000187', 'FORMAT'],
    ['52990101MJ0000018', 'LENGTH'],
    [1, 'FORMAT'],
  ])('%s is refused: %s', (code, problem) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, code: `REGISTRY.CREDIT_CODE.${problem}` });
  });

  it.each([
    ['MJ000001', '8'],
    ['MB0A0002', '6'],
    ['MJ000X03', '4'],
    ['40000005', '0'],
  ])('the organisation part %s ends in %s', (part, check) => {
    expect(organisationCheckCharacter(part)).toBe(check);
  });

  it('the organisation part of a whole code', () => {
    expect(organisationPartAgrees('52990101MJ00000187')).toBe(true);
    expect(organisationPartAgrees('52990101MJ00000287')).toBe(false);
  });
});

describe('telephone numbers (service-system.md C.5)', () => {
  it.each([
    ['13000000000', '13000000000', 'mobile'],
    ['+86 138-0000-0000', '13800000000', 'mobile'],
    ['0086 138 0000 0000', '13800000000', 'mobile'],
    ['022-88188858', '02288188858', 'landline'],
    ['(0573)82088888', '057382088888', 'landline'],
    ['022-88188858转12', '02288188858-12', 'landline'],
    ['022-88188858-1234', '02288188858-1234', 'landline'],
    ['12356', '12356', 'short'],
    ['4000000000', '4000000000', 'service'],
  ])('%s is valid', (value, number, kind) => {
    expect(checkPhone(value)).toEqual({ ok: true, value: { number, kind } });
  });

  it.each([
    '3637885',
    '12000000000',
    '1380000000',
    '138000000000',
    '0101234567',
    '',
    '12306',
    'abc',
    13000000000,
    `1${'3'.repeat(60)}`,
  ])('%j is refused', (value) => {
    expect(checkPhone(value)).toEqual({ ok: false, code: 'REGISTRY.PERSON.PHONE_INVALID' });
  });
});
