const NAMES = ['李', '王', '张', '刘', '陈', '杨', '赵', '黄'] as const;
const GIVEN = ['伟', '芳', '娜', '敏', '静', '秀英', '丽', '强', '磊', '军', '洋', '勇'] as const;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** An area whose code no real person can have: province 99 is not given out (GB/T 2260). */
export const TEST_COUNTY = '990101';

export interface MadeUpPerson {
  readonly name: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly sex: '1' | '2';
  readonly birthDate: string;
  readonly idType: 'resident_id';
  readonly idNumber: string;
  readonly phone: string;
  readonly residenceOrg: string;
}

/** A valid resident identity number (GB 11643) of province 99; an odd serial is a man's. */
export function madeUpIdNumber(birthDate: string, serial: number, county: string = TEST_COUNTY): string {
  const body = `${county}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * Number(body[position]), 0);
  return body + CHECK_CHARACTERS.charAt(sum % 11);
}

/** The n-th of an endless row of different people: the same n is always the same person. */
export function madeUpPerson(n: number, changes: Partial<MadeUpPerson> = {}): MadeUpPerson {
  const birthDate = dayAfter('1950-01-01', (n * 37) % 18_000);
  const serial = 1 + (Math.floor(n / 18_000) * 7 + (n % 900));
  return {
    name: `${NAMES[n % NAMES.length] ?? '李'}${GIVEN[Math.floor(n / NAMES.length) % GIVEN.length] ?? '伟'}`,
    sex: serial % 2 === 1 ? '1' : '2',
    birthDate,
    idType: 'resident_id',
    idNumber: madeUpIdNumber(birthDate, serial % 1_000),
    phone: `199${String(n % 100_000_000).padStart(8, '0')}`,
    residenceOrg: madeUpOrgCode(1, 1),
    ...changes,
  };
}

/** The 12-digit code of a street (community 0) or of one of its communities in the test county. */
export function madeUpOrgCode(street: number, community = 0): string {
  return `${TEST_COUNTY}${String(street).padStart(3, '0')}${String(community).padStart(3, '0')}`;
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
