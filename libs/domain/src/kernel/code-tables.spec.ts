import { describe, expect, it } from '@jest/globals';
import { isCode, labelOf, type CodeList } from './code-list.js';
import { EDUCATION_LEVELS } from './education.js';
import { ETHNIC_GROUPS } from './ethnic-groups.js';
import {
  EMPLOYMENT_GB,
  EMPLOYMENT_STATES,
  FAMILY_RELATIONS,
  HOUSEHOLD_KINDS,
  ID_TYPES,
  MARITAL_FROM_HEALTH_RECORD,
  MARITAL_STATUSES,
  SEXES,
} from './person-codes.js';

const TABLES: Readonly<Record<string, CodeList>> = {
  SEXES,
  MARITAL_STATUSES,
  ETHNIC_GROUPS,
  EDUCATION_LEVELS,
  FAMILY_RELATIONS,
  EMPLOYMENT_GB,
  EMPLOYMENT_STATES,
  HOUSEHOLD_KINDS,
  ID_TYPES,
};

describe('code tables (service-system.md C.4)', () => {
  it.each([
    ['SEXES', ['0', '1', '2', '9'], ['3', 'M', '01', '', '男', 1]],
    ['MARITAL_STATUSES', ['10', '21', '30', '40', '90'], ['1', '11', '24', '50', '未婚']],
    ['ETHNIC_GROUPS', ['01', '05', '15', '56', '97'], ['00', '1', '57', '99', '汉族']],
    ['EDUCATION_LEVELS', ['10', '14', '21', '61', '90'], ['50', '24', '5', '99', '大专']],
    ['FAMILY_RELATIONS', ['0', '1', '5', '8', '11', '51', '57'], ['9', '05', '父母']],
  ])('%s', (name, valid, invalid) => {
    const table = TABLES[name]!;
    expect(valid.filter((code) => !isCode(table, code))).toEqual([]);
    expect(invalid.filter((code) => isCode(table, code))).toEqual([]);
  });

  it.each(Object.entries(TABLES))('%s has no code twice and all its texts', (_, table) => {
    expect(new Set(table.map(({ code }) => code)).size).toBe(table.length);
    expect(table.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
  });

  it('the list of the health record maps into the standard', () => {
    expect(Object.values(MARITAL_FROM_HEALTH_RECORD).filter((code) => !isCode(MARITAL_STATUSES, code))).toEqual([]);
  });

  it('labels', () => {
    expect(labelOf(SEXES, '1', 'zh')).toBe('男性');
    expect(labelOf(ETHNIC_GROUPS, '05', 'en')).toBe('Uyghur');
    expect(labelOf(SEXES, '7', 'zh')).toBeNull();
  });
});
