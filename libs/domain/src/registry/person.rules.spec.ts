import { describe, expect, it } from '@jest/globals';
import { duplicateStrength, lookAlikeKeys, type DuplicateTraits } from './duplicate.rules.js';
import { checkOrg, requiredParent, tierOf, validOn } from './org.rules.js';
import { checkPerson, normaliseName, type PersonDraft } from './person.rules.js';

const OPTIONS = { today: '2026-11-23', demo: true };
const GOOD: PersonDraft = {
  name: '王小明',
  sex: '1',
  birthDate: '1990-01-01',
  idType: 'resident_id',
  idNumber: '990101199001010019',
  residenceOrg: '990101001001',
};

const codesOf = (changes: Partial<PersonDraft>, demo = true): string[] =>
  checkPerson({ ...GOOD, ...changes }, { ...OPTIONS, demo }).refusals.map(({ field, code }) => `${field} ${code}`);

describe('a resident', () => {
  it('in good order comes out in normal form', () => {
    const draft = { ...GOOD, name: ' 王 小明 ', idNumber: '99010319880808018x', birthDate: '1988-08-08', sex: '2' };
    const { facts, refusals } = checkPerson(
      { ...draft, phone: '+86 138-0000-0000', address: ' ', ethnicity: '' },
      OPTIONS,
    );
    expect(refusals).toEqual([]);
    expect(facts).toMatchObject({
      name: '王小明',
      idNumber: '99010319880808018X',
      phone: '13800000000',
      address: null,
    });
  });

  it.each([
    [{ sex: '2' }, ['sex REGISTRY.PERSON.ID_SEX_MISMATCH']],
    [{ sex: '9' }, []],
    [{ birthDate: '1990-01-02' }, ['birthDate REGISTRY.PERSON.ID_BIRTH_DATE_MISMATCH']],
    [{ idNumber: '990101209912310019' }, ['idNumber REGISTRY.PERSON.BIRTH_DATE_IN_FUTURE']],
    [{ idNumber: '440524188001010014' }, ['idNumber REGISTRY.PERSON.BIRTH_DATE_TOO_EARLY']],
    [{ idType: 'passport', idNumber: 'e12345678' }, []],
    [{ idType: 'none' }, ['idNumber REGISTRY.PERSON.ID_NOT_EXPECTED']],
    [{ idType: 'none', idNumber: '' }, []],
    [{ idType: 'other', idNumber: '' }, ['idNumber REGISTRY.PERSON.ID_REQUIRED']],
    [{ residenceOrg: '990101001000' }, []],
    [{ residenceOrg: '990101000000' }, ['residenceOrg REGISTRY.ORG.NOT_A_COMMUNITY']],
    [{ livingSince: '2026-11-24' }, ['livingSince REGISTRY.PERSON.LIVING_SINCE_INVALID']],
    [{ name: '王\u0007' }, ['name REGISTRY.PERSON.NAME_INVALID']],
    [{ name: 'John Smith' }, []],
    [{ name: '阿·买买提' }, []],
  ])('%j → %j', (changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  it('of province 99 exists in demonstrations only', () => {
    expect(codesOf({}, false)).toEqual([
      'idNumber REGISTRY.PERSON.ID_PROVINCE',
      'residenceOrg REGISTRY.ORG.PROVINCE_NOT_ALLOWED',
    ]);
  });

  it.each([
    ['阿•买买提', '阿·买买提'],
    ['欧 阳\u3000晓敏', '欧阳晓敏'],
    ['John   Smith', 'John Smith'],
    ['Zoe\u0308', 'Zo\u00eb'],
  ])('is called %s, written %s', (typed, name) => {
    expect(normaliseName(typed)).toBe(name);
  });
});

describe('two records', () => {
  const a: DuplicateTraits = { name: '王小明', birthDate: '1990-01-01', sex: '1', idKey: 'a', phoneKey: 'p' };
  it.each([
    ['the same number', {}, 'same'],
    ['no number on the other', { idKey: null, phoneKey: null }, 'likely'],
    ['another number', { idKey: 'b', phoneKey: null }, 'possible'],
    ['another number, same telephone, other birth date', { idKey: 'b', birthDate: '1991-01-01' }, 'possible'],
    ['the telephone alone', { idKey: null, birthDate: '1991-01-01' }, 'likely'],
    ['another name', { idKey: 'b', name: '王小红' }, null],
    ['another sex and telephone', { idKey: null, phoneKey: null, sex: '2' }, null],
    ['a sex that is not stated', { idKey: null, phoneKey: null, sex: '9' }, 'likely'],
    ['another birth date and telephone', { idKey: null, phoneKey: 'q', birthDate: '1991-01-01' }, null],
  ] as const)('with %s', (_what, changes, strength) => {
    const b = { ...a, ...changes };
    expect(duplicateStrength(a, b)).toBe(strength);
    expect(duplicateStrength(b, a)).toBe(strength);
  });

  it('share a key exactly when they look alike', () => {
    const all = ['王小明', '王小红'].flatMap((name) =>
      ['1990-01-01', '1991-01-01'].flatMap((birthDate) =>
        ['0', '1', '2', '9'].flatMap((sex) =>
          [null, 'p', 'q'].map((phoneKey): DuplicateTraits => ({ name, birthDate, sex, idKey: null, phoneKey })),
        ),
      ),
    );
    for (const one of all) {
      for (const other of all) {
        const shared = lookAlikeKeys(one).filter((key) => lookAlikeKeys(other).includes(key));
        expect([one, other, shared.length > 0]).toEqual([one, other, duplicateStrength(one, other) !== null]);
      }
    }
  });
});

describe('an org unit', () => {
  const unit = { code: '990101001001', name: '东一社区', tier: 'community', validFrom: '2020-01-01' };
  it.each([
    [{}, []],
    [{ urbanRural: '111' }, []],
    [{ urbanRural: '113' }, ['urbanRural']],
    [{ code: '22058110200' }, ['code']],
    [{ code: '220581602001' }, ['code']],
    [{ code: '000581102001' }, ['code']],
    [{ code: '220581102000', tier: 'street', urbanRural: '220' }, ['urbanRural']],
    [{ tier: 'district' }, ['tier']],
    [{ validTo: '2019-12-31' }, ['validTo']],
    [{ validTo: '2020-01-01' }, []],
    [{ name: 'a\nb' }, ['name']],
  ])('%j is wrong in %j', (changes, fields) => {
    expect(checkOrg({ ...unit, ...changes }, { demo: true }).map((refusal) => refusal.field)).toEqual(fields);
  });

  it('has the tier and the parent of its code', () => {
    expect([tierOf('220581000000'), requiredParent('220581000000')]).toEqual(['district', null]);
    expect([tierOf('220581102000'), requiredParent('220581102000')]).toEqual(['street', '220581000000']);
    expect([tierOf('220581102001'), requiredParent('220581102001')]).toEqual(['community', '220581102000']);
  });

  it('is valid on both ends of its period', () => {
    const period = { validFrom: '2020-01-01', validTo: '2020-12-31' };
    expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((day) => validOn(period, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
