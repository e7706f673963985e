import { describe, expect, it } from '@jest/globals';
import type { CodeList } from '../kernel/code-list.js';
import * as caseCodes from './case.codes.js';
import * as followUpCodes from './follow-up.codes.js';
import * as treatmentCodes from './treatment.codes.js';

const tables: [string, CodeList][] = Object.entries({ ...caseCodes, ...followUpCodes, ...treatmentCodes });
const codesOf = (list: CodeList) => list.map(({ code }) => code).join(' ');

describe('code lists of the form (smi.md 3.3)', () => {
  it.each(tables)('%s has no code twice and all its texts', (_, list) => {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    expect(list.filter(({ zh, en }) => zh === '' || en === '')).toEqual([]);
  });

  it.each([
    [followUpCodes.FOLLOW_UP_FORMS, '1 2 3'],
    [followUpCodes.FOLLOW_UP_CONTACTS, '1 2 3'],
    [followUpCodes.LOSS_REASONS, '1 2 3 4 5'],
    [followUpCodes.DEATH_CAUSES, '1 2 3 4 5 6'],
    [followUpCodes.DEATH_CAUSE_DETAILS, '1 2 3 4 5 6 7 8'],
    [followUpCodes.RISK_LEVELS, '0 1 2 3 4 5'],
    [followUpCodes.SYMPTOMS, '1 2 3 4 5 6 7 8 9 10 11 12'],
    [followUpCodes.WORK_GRADES, '1 2 3 9'],
    [treatmentCodes.CONFINEMENTS, '1 2 3'],
    [treatmentCodes.HOSPITALISATIONS, '0 1 2'],
    [treatmentCodes.ADHERENCES, '1 2 3 4'],
    [treatmentCodes.ADVERSE_REACTIONS, '1 2 9'],
    [treatmentCodes.EFFECTS, '1 2 3 4 9'],
    [treatmentCodes.PHYSICAL_ILLNESSES, '0 1 2 3'],
    [treatmentCodes.STABILITIES, '1 2 3'],
    [caseCodes.ECONOMIC_STATES, '1 2'],
  ] as [CodeList, string][])('%#: %s', (list, codes) => {
    expect(codesOf(list)).toBe(codes);
  });
});
