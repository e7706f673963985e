import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import { PersonChangedSchema, PersonProfileSchema, PersonService } from '#contracts';
import { fromJsonString } from '@bufbuild/protobuf';
import { BusCipher } from '#persistence';
import { madeUpIdNumber, madeUpPerson, withKey } from '#testing';
import { COUNTY, RegistryNode, ROOM_A1, ROOM_A2, ROOM_B1, STREET_A } from './registry-node.js';

const { createPerson, getPerson, updatePerson, revealPerson, findByIdNumbers } = PersonService.method;

describe('residents', () => {
  let registry: RegistryNode;
  let sql: pg.Client;

  beforeAll(async () => {
    registry = await RegistryNode.start({ revealsPerDay: 3 });
    await registry.addTree();
    ({ sql } = registry);
  });
  afterAll(async () => {
    await registry.close();
  });

  const audited = async (action: string): Promise<Record<string, unknown>[]> => {
    const columns = 'actor_id, action, subject_id, outcome, details::jsonb as details';
    const { rows } = await sql.query<Record<string, unknown>>(
      `select ${columns} from audit_pending where action = $1 union all select ${columns} from audit_entry where action = $1`,
      [action],
    );
    return rows;
  };

  it('are answered masked, and stored sealed', async () => {
    const idNumber = '990101199001010019';
    const person = await registry.addPerson(1, {
      ...{ name: '王小明', sex: '1', birthDate: '1990-01-01', idNumber, phone: '+86 130-0000-0000' },
      ...{ address: '演示区东街道东一社区甲号楼', ethnicity: '01', livingSince: '2020-05-01' },
    });
    expect(person).toMatchObject({
      ...{ name: '王**', idNumber: '990***********0019', phone: '130****0000', ageBand: '30-39' },
      ...{ residenceOrg: ROOM_A1, version: 1, ethnicity: '01', address: '演示区东街道东一社区***' },
    });
    expect(person.birthDate).toBeUndefined();
    const { rows } = await sql.query(`select * from person where id = $1`, [person.id]);
    const stored = JSON.stringify(rows[0], (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'data' in value
        ? Buffer.from(value.data as number[]).toString('latin1')
        : value,
    );
    for (const clear of [idNumber, '13000000000', '甲号楼']) expect(stored).not.toContain(clear);
    expect(rows[0]).toMatchObject({ county: '990101', pinyin: 'wangxiaoming', initials: 'wxm' });
  });

  it.each([
    ['name', { name: '' }, 'FIELD.REQUIRED'],
    ['name', { name: 'x'.repeat(51) }, 'REGISTRY.PERSON.NAME_INVALID'],
    ['name', { name: '<b>王</b>' }, 'REGISTRY.PERSON.NAME_INVALID'],
    ['sex', { sex: '3' }, 'FIELD.CODE'],
    ['sex', { sex: '男' }, 'FIELD.CODE'],
    ['sex', { sex: '2' }, 'REGISTRY.PERSON.ID_SEX_MISMATCH'],
    ['birthDate', { birthDate: '1990-13-01' }, 'FIELD.DATE'],
    ['birthDate', { birthDate: '2026-11-24' }, 'REGISTRY.PERSON.BIRTH_DATE_IN_FUTURE'],
    ['birthDate', { birthDate: '1899-12-31', idType: 'none', idNumber: '' }, 'REGISTRY.PERSON.BIRTH_DATE_TOO_EARLY'],
    ['birthDate', { birthDate: '1990-01-02' }, 'REGISTRY.PERSON.ID_BIRTH_DATE_MISMATCH'],
    ['idType', { idType: 'licence' }, 'FIELD.CODE'],
    ['idNumber', { idNumber: '' }, 'REGISTRY.PERSON.ID_REQUIRED'],
    ['idNumber', { idType: 'none' }, 'REGISTRY.PERSON.ID_NOT_EXPECTED'],
    ['idNumber', { idNumber: '99010119900101001' }, 'REGISTRY.PERSON.ID_LENGTH'],
    ['idNumber', { idNumber: '990101199001010018' }, 'REGISTRY.PERSON.ID_CHECKSUM'],
    ['idNumber', { idNumber: '990101198502290018' }, 'REGISTRY.PERSON.ID_BIRTH_DATE'],
    ['idNumber', { idNumber: '99010119900101００19' }, 'REGISTRY.PERSON.ID_CHARACTERS'],
    ['idNumber', { idType: 'passport', idNumber: '?' }, 'REGISTRY.PERSON.ID_CHARACTERS'],
    ['phone', { phone: '12000000000' }, 'REGISTRY.PERSON.PHONE_INVALID'],
    ['residenceOrg', { residenceOrg: '99' }, 'REGISTRY.ORG.CODE_INVALID'],
    ['residenceOrg', { residenceOrg: COUNTY }, 'REGISTRY.ORG.NOT_A_COMMUNITY'],
    ['residenceOrg', { residenceOrg: '990101001099' }, 'REGISTRY.ORG.UNKNOWN'],
    ['residenceOrg', { residenceOrg: ROOM_B1 }, 'REGISTRY.ORG.UNKNOWN'],
    ['registeredOrg', { registeredOrg: '1' }, 'REGISTRY.ORG.CODE_INVALID'],
    ['address', { address: 'x'.repeat(201) }, 'FIELD.TOO_LONG'],
    ['livingSince', { livingSince: '1989-12-31' }, 'REGISTRY.PERSON.LIVING_SINCE_INVALID'],
    ['livingSince', { livingSince: 'gestern' }, 'FIELD.DATE'],
    ['ethnicity', { ethnicity: '57' }, 'FIELD.CODE'],
    ['education', { education: '50' }, 'FIELD.CODE'],
    ['maritalStatus', { maritalStatus: '11' }, 'FIELD.CODE'],
    ['employment', { employment: '99' }, 'FIELD.CODE'],
  ])('are refused when %s is wrong: %j', async (field, changes, code) => {
    const good = { name: '张三', sex: '1', birthDate: '1990-01-01', idType: 'resident_id' };
    const person = { ...good, idNumber: '990101199001010035', residenceOrg: ROOM_A1 };
    const before = await sql.query('select count(*)::int as n from person');
    const error = await registry.refusal(createPerson, { person: { ...person, ...changes } }, registry.staffA);
    expect(error.code).toBe('COMMON.VALIDATION_FAILED');
    expect(error.options.errors).toContainEqual(expect.objectContaining({ field, code }));
    expect((await sql.query('select count(*)::int as n from person')).rows).toEqual(before.rows);
  });

  it('exist for their own area only', async () => {
    const { id } = await registry.addPerson(2);
    expect((await registry.call(getPerson, { id }, registry.staffA)).person?.id).toBe(id);
    expect((await registry.refusal(getPerson, { id }, registry.staffB)).code).toBe('COMMON.NOT_FOUND');
    expect((await registry.refusal(getPerson, { id: v7() }, registry.staffA)).code).toBe('COMMON.NOT_FOUND');
    expect((await registry.refusal(getPerson, { id: 'x' }, registry.staffA)).code).toBe('COMMON.NOT_FOUND');
    const patch = { id, expectedVersion: 1, patch: { name: '别人' } };
    expect((await registry.refusal(updatePerson, patch, registry.staffB)).code).toBe('COMMON.NOT_FOUND');
    const reveal = { id, fields: ['name'], reason: '查' };
    expect((await registry.refusal(revealPerson, reveal, registry.staffB)).code).toBe('COMMON.NOT_FOUND');
    expect((await registry.refusal(getPerson, { id }, registry.admin)).code).toBe('COMMON.FORBIDDEN');
  });

  it('are hidden from other areas in SQL too, and cannot be written there', async () => {
    await registry.addPerson(3);
    const app = new pg.Client({ connectionString: registry.node.settings('registry').databaseUrl });
    await app.connect();
    const count = async (scope: string | null): Promise<number> => {
      await app.query('begin');
      if (scope !== null) await app.query(`select set_config('app.scope', $1, true)`, [scope]);
      const { rows } = await app.query<{ n: number }>('select count(*)::int as n from registry.person');
      await app.query('rollback');
      return rows[0]?.n ?? -1;
    };
    try {
      expect(await count(null)).toBe(0);
      expect(await count('{}')).toBe(0);
      expect(await count('{990101002}')).toBe(0);
      expect(await count('{990101001}')).toBeGreaterThan(0);
      await app.query('begin');
      await app.query(`select set_config('app.scope', '{990101001}', true)`);
      const moved = app.query(`update registry.person set residence_org = '${ROOM_B1}'`);
      await expect(moved).rejects.toMatchObject({ code: '42501' });
      await app.query('rollback');
    } finally {
      await app.end();
    }
  });

  it('with a number that is taken are refused, with candidates only inside the own area', async () => {
    const first = await registry.addPerson(4);
    const { idNumber, birthDate, sex } = madeUpPerson(4);
    const again = { person: { ...madeUpPerson(5), idNumber, birthDate, sex, confirmedNotDuplicate: true } };
    const here = await registry.refusal(createPerson, again, registry.staffA);
    expect(here.code).toBe('REGISTRY.PERSON.ID_NUMBER_EXISTS');
    expect(here.options.context).toMatchObject({ elsewhere: false, candidates: [{ person: { id: first.id } }] });
    expect(JSON.stringify(here.options.context)).not.toContain(idNumber);

    const there = { person: { ...again.person, residenceOrg: ROOM_B1 } };
    const elsewhere = await registry.refusal(createPerson, there, registry.staffB);
    expect(elsewhere.code).toBe('REGISTRY.PERSON.ID_NUMBER_EXISTS');
    expect(elsewhere.options.context).toEqual({ elsewhere: true, candidates: [] });
  });

  it('with a number that is taken are refused with the holder, though only number and name agree', async () => {
    const passport = { name: '周护照', idType: 'passport', idNumber: 'E99000001', phone: '' };
    const first = await registry.addPerson(40, { ...passport, birthDate: '1980-03-04' });
    const mistyped = { ...madeUpPerson(40), ...passport, birthDate: '1980-04-03' };
    const error = await registry.refusal(createPerson, { person: mistyped }, registry.staffA);
    expect(error.code).toBe('REGISTRY.PERSON.ID_NUMBER_EXISTS');
    expect(error.options.context).toMatchObject({ elsewhere: false, candidates: [{ person: { id: first.id } }] });
  });

  it('that may be known already are shown, until somebody says they are not', async () => {
    const known = await registry.addPerson(6, { name: '李重复' });
    const { birthDate, sex } = madeUpPerson(6);
    const alike = { name: '李 重复', sex, birthDate, idType: 'none', residenceOrg: ROOM_A2 };
    const error = await registry.refusal(createPerson, { person: alike }, registry.staffA);
    expect(error.code).toBe('REGISTRY.PERSON.POSSIBLE_DUPLICATE');
    expect(error.options.context).toMatchObject({ candidates: [{ strength: 'likely', person: { id: known.id } }] });
    const inB = { person: { ...alike, residenceOrg: ROOM_B1 } };
    expect((await registry.call(createPerson, inB, registry.staffB)).person?.name).toBe('李**');
    const confirmed = { person: { ...alike, confirmedNotDuplicate: true } };
    expect((await registry.call(createPerson, confirmed, registry.staffA)).person?.version).toBe(1);
    const refusals = (await audited('person.create')).filter((row) => row['outcome'] === 'refused');
    expect(JSON.stringify(refusals)).toContain(known.id);
  });

  it('with the same telephone and name are shown as well', async () => {
    await registry.addPerson(7, { name: '赵电话' });
    const person = { ...madeUpPerson(8), name: '赵电话', phone: madeUpPerson(7).phone };
    const error = await registry.refusal(createPerson, { person }, registry.staffA);
    expect(error.code).toBe('REGISTRY.PERSON.POSSIBLE_DUPLICATE');
    expect(error.options.context).toMatchObject({ candidates: [{ strength: 'possible' }] });
  });

  it('change by version; a stale one is told the current state', async () => {
    const { id } = await registry.addPerson(9, { address: '东街道东一社区1号' });
    const change = {
      id,
      expectedVersion: 1,
      patch: { residenceOrg: ROOM_A2, phone: '', address: '东街道东二社区2号' },
    };
    const { person } = await registry.call(updatePerson, change, withKey(registry.staffA, 'change-9'));
    expect(person).toMatchObject({ residenceOrg: ROOM_A2, version: 2, name: '王*' });
    expect(person?.phone).toBeUndefined();
    const repeat = await registry.call(updatePerson, change, withKey(registry.staffA, 'change-9'));
    expect(repeat.person?.version).toBe(2);
    const stale = await registry.refusal(updatePerson, change, registry.staffA);
    expect(stale.code).toBe('COMMON.VERSION_STALE');
    expect(stale.options.context).toMatchObject({ version: 2, residenceOrg: ROOM_A2 });
    const away = { id, expectedVersion: 2, patch: { residenceOrg: ROOM_B1 } };
    expect((await registry.refusal(updatePerson, away, registry.staffA)).options.errors).toEqual([
      { field: 'residenceOrg', code: 'REGISTRY.ORG.UNKNOWN' },
    ]);
    const number = {
      id,
      expectedVersion: 2,
      patch: { sex: '1', birthDate: '1990-01-01', idNumber: '990101199001010019' },
    };
    expect((await registry.refusal(updatePerson, number, registry.staffA)).code).toBe(
      'REGISTRY.PERSON.ID_NUMBER_EXISTS',
    );
  });

  it('are told to other services whole, sealed, once a version', async () => {
    const { id } = await registry.addPerson(10, { residenceOrg: STREET_A });
    await registry.call(updatePerson, { id, expectedVersion: 1, patch: { name: '新名字' } }, registry.staffA);
    const { rows } = await sql.query<{ payload: string; version: string }>(
      `select payload, aggregate_version as version from outbox where aggregate_id = $1 order by position`,
      [id],
    );
    expect(rows.map((row) => Number(row.version))).toEqual([1, 2]);
    const event = fromJsonString(PersonChangedSchema, rows[1]?.payload ?? '');
    expect(rows[1]?.payload).not.toContain('新名字');
    const profile = registry.app.get(BusCipher).open(event.sealedProfile, id);
    expect(fromJsonString(PersonProfileSchema, profile)).toMatchObject({
      name: '新名字',
      idNumber: madeUpPerson(10).idNumber,
    });
  });

  it('are revealed for a reason, in the audit trail, and a few times a day', async () => {
    const { id } = await registry.addPerson(11);
    const reader = registry.as(['community_worker'], [ROOM_A1]);
    for (const wrong of [
      { fields: ['idNumber'], reason: ' ' },
      { fields: [], reason: '核对' },
      { fields: ['idNumberSealed'], reason: '核对' },
      { fields: ['name'], reason: 'x'.repeat(201) },
    ]) {
      expect((await registry.refusal(revealPerson, { id, ...wrong }, reader)).code).toBe('COMMON.VALIDATION_FAILED');
    }
    const request = { id, fields: ['idNumber', 'birthDate', 'address'], reason: '电话 13000000000 核对' };
    const { values } = await registry.call(revealPerson, request, withKey(reader, 'reveal'));
    expect(values).toEqual({ idNumber: madeUpPerson(11).idNumber, birthDate: madeUpPerson(11).birthDate });
    const trail = await audited('person.reveal');
    expect(trail.at(-1)).toMatchObject({
      ...{ actor_id: reader.caller.id, subject_id: id, outcome: 'done' },
      details: { fields: ['birthDate', 'idNumber', 'address'], reason: '电话 130****0000 核对' },
    });
    for (let n = 0; n < 2; n += 1) await registry.call(revealPerson, request, reader);
    expect((await registry.refusal(revealPerson, request, reader)).code).toBe('REGISTRY.PERSON.REVEAL_LIMIT');
    expect((await audited('person.reveal')).filter((row) => row['outcome'] === 'refused')).toHaveLength(1);
    const kept = await sql.query(`select * from idempotency where key = 'reveal'`);
    expect(kept.rowCount).toBe(0);
  });

  it('leave a trace of every read', async () => {
    const { id } = await registry.addPerson(12);
    await registry.call(getPerson, { id }, registry.staffA);
    const reads = (await audited('person.read')).filter((row) => row['subject_id'] === id);
    expect(reads).toMatchObject([{ actor_id: registry.staffA.caller.id, outcome: 'done' }]);
  });

  it('are matched by number for services only', async () => {
    const request = { idNumbers: [madeUpIdNumber('1990-01-01', 1)] };
    expect((await registry.refusal(findByIdNumbers, request, registry.staffA)).code).toBe('COMMON.FORBIDDEN');
  });
});
