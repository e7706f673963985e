import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { PersonService, type Person } from '#contracts';
import type { CallContext } from '#observability';
import { madeUpPerson } from '#testing';
import { importFile, personsCsv } from './import-files.js';
import { RegistryNode, ROOM_A1, ROOM_A2, ROOM_B1, STREET_A } from './registry-node.js';

jest.setTimeout(60_000);

const { createPerson, listPersons } = PersonService.method;

describe('finding residents', () => {
  let registry: RegistryNode;

  beforeAll(async () => {
    registry = await RegistryNode.start();
    await registry.addTree();
    await registry.addPerson(1, { name: '单小明', residenceOrg: ROOM_A1 });
    await registry.addPerson(2, { name: '欧阳晓敏', residenceOrg: ROOM_A2 });
    await registry.addPerson(3, { name: '阿·买买提', residenceOrg: ROOM_A1 });
    await registry.addPerson(4, { name: '吕小明', residenceOrg: ROOM_B1 }, registry.staffB);
    await importFile(registry.app, registry.admin, { kind: 'persons', data: personsCsv(100, 3_000) });
  });
  afterAll(() => registry.close());

  const find = async (q: string, context: CallContext = registry.staffA, org?: string): Promise<Person[]> =>
    (await registry.call(listPersons, { q, ...(org === undefined ? {} : { org }), limit: 200 }, context)).items;

  it.each([
    ['单小明', '单**'],
    ['单小', '单**'],
    ['shanxiaoming', '单**'],
    ['Shan Xiao', '单**'],
    ['sxm', '单**'],
    ['oyxm', '欧***'],
    ['ouyang', '欧***'],
    ['欧 阳', '欧***'],
    ['amm', '阿***'],
    ['阿•买', '阿***'],
  ])('by %s', async (q, name) => {
    expect((await find(q)).map((person) => person.name)).toEqual([name]);
  });

  it('by number and telephone, whole only', async () => {
    const { idNumber, phone } = madeUpPerson(1);
    for (const q of [idNumber, idNumber.toLowerCase(), ` ${idNumber} `, phone, `+86 ${phone}`]) {
      expect((await find(q)).map((person) => person.name)).toContain('单**');
    }
    expect(await find(idNumber.slice(0, 17))).toEqual([]);
  });

  it('by the old 15-digit number, whether it is stored in 18 digits or as another document', async () => {
    const { idNumber } = madeUpPerson(60);
    const old = (number: string): string => number.slice(0, 6) + number.slice(8, 17);
    expect((await find(old(madeUpPerson(1).idNumber))).map((person) => person.name)).toContain('单**');
    const other = { idType: 'other', idNumber: old(idNumber) };
    const { id } = await registry.addPerson(60, { name: '宁旧证', ...other });
    for (const q of [old(idNumber), idNumber]) {
      expect((await find(q)).map((person) => person.id)).toEqual([id]);
    }
    const again = { person: { ...madeUpPerson(60), confirmedNotDuplicate: true } };
    expect((await registry.refusal(createPerson, again, registry.staffA)).code).toBe(
      'REGISTRY.PERSON.ID_NUMBER_EXISTS',
    );
  });

  it('only in the own area, and in the part of it that is asked for', async () => {
    expect(await find('lvxiaoming')).toEqual([]);
    expect(await find(madeUpPerson(4).idNumber)).toEqual([]);
    expect(await find('lvxm', registry.staffB)).toEqual([]);
    expect((await find('lxm', registry.staffB)).map((person) => person.residenceOrg)).toEqual([ROOM_B1]);
    expect(await find('oyxm', registry.staffA, ROOM_A1)).toEqual([]);
    expect(await find('oyxm', registry.staffA, STREET_A)).toHaveLength(1);
    expect(await find('oyxm', registry.staffA, ROOM_B1)).toEqual([]);
    const both = registry.as(['street_staff'], [ROOM_A1, ROOM_B1]);
    expect((await find('xm', both)).length + (await find('lxm', both)).length).toBe(1);
  });

  it('by pages that neither repeat nor leave out anybody', async () => {
    for (const q of ['l', 'li', '李', '']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await registry.call(listPersons, { q, cursor, limit: 90 }, registry.staffA);
        seen.push(...page.items.map((person) => person.id));
        cursor = page.nextCursor ?? '';
      } while (cursor !== '');
      expect(seen.length).toBeGreaterThan(300);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it.each([[{ limit: 201 }], [{ cursor: 'x' }], [{ org: '9901x' }], [{ limit: -1 }]])('not by %j', async (request) => {
    expect((await registry.refusal(listPersons, request, registry.staffA)).code).toBe('COMMON.VALIDATION_FAILED');
  });

  it('through the indexes, under row security', async () => {
    const owner = new pg.Client({ connectionString: registry.node.ownerUrl('registry') });
    await owner.connect();
    await owner.query('analyze registry.person');
    await owner.end();
    const app = new pg.Client({ connectionString: registry.node.settings('registry').databaseUrl });
    await app.connect();
    await app.query(`select set_config('app.scope', '{990101001}', false)`);
    const end = '\u{10FFFF}';
    const ranges = {
      person_initials: `(p.initials, p.id) > ('zx', '00000000-0000-0000-0000-000000000000') and p.initials < 'zx${end}'`,
      person_pinyin: `(p.pinyin, p.id) > ('zhangx', '00000000-0000-0000-0000-000000000000') and p.pinyin < 'zhangx${end}'`,
      person_name: `(p.name, p.id) > ('欧', '00000000-0000-0000-0000-000000000000') and p.name < '欧${end}'`,
      person_phone: `p.phone_index = '\\x00'`,
      person_id_number: `p.id_number_index = '\\x00'`,
    };
    for (const [index, where] of Object.entries(ranges)) {
      const { rows } = await app.query<Record<string, string>>(
        `explain select * from registry.person p where ${where}`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
    }
    await app.end();
  });
});
