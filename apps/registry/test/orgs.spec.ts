import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrgService } from '#contracts';
import { withKey } from '#testing';
import { COUNTY, RegistryNode, ROOM_A1, STREET_A } from './registry-node.js';

const { createOrg, getOrg, listOrgs, updateOrg, putPopulation, getPopulation, listPopulations } = OrgService.method;

describe('the dated org tree', () => {
  let registry: RegistryNode;

  beforeAll(async () => {
    registry = await RegistryNode.start();
    await registry.addTree();
  });
  afterAll(() => registry.close());

  it('knows a unit with its parent', async () => {
    const { org } = await registry.call(getOrg, { code: ROOM_A1 }, registry.staffB);
    expect(org).toMatchObject({ code: ROOM_A1, parent: STREET_A, tier: 'community', urbanRural: '111', version: 1 });
  });

  it.each([
    ['code', { code: '99010100100' }, 'REGISTRY.ORG.CODE_INVALID'],
    ['code', { code: '990101602001' }, 'REGISTRY.ORG.CODE_INVALID'],
    ['code', { code: '880101001001' }, 'REGISTRY.ORG.PROVINCE_NOT_ALLOWED'],
    ['tier', { tier: 'street' }, 'REGISTRY.ORG.TIER_MISMATCH'],
    ['tier', { tier: 'city' }, 'FIELD.CODE'],
    ['urbanRural', { urbanRural: '113' }, 'FIELD.CODE'],
    ['name', { name: '  ' }, 'FIELD.REQUIRED'],
    ['name', { name: 'x'.repeat(101) }, 'FIELD.TOO_LONG'],
    ['validFrom', { validFrom: '2020-02-30' }, 'FIELD.DATE'],
    ['validTo', { validTo: '2019-12-31' }, 'REGISTRY.ORG.PERIOD_INVALID'],
  ])('refuses a unit whose %s is wrong: %j', async (field, changes, code) => {
    const good = { code: '990101001009', name: '东九社区', tier: 'community', validFrom: '2020-01-01' };
    const error = await registry.refusal(createOrg, { ...good, ...changes }, registry.admin);
    expect(error.code).toBe('COMMON.VALIDATION_FAILED');
    expect(error.options.errors).toContainEqual(expect.objectContaining({ field, code }));
  });

  it('refuses a class for a street', async () => {
    const street = { code: '990101009000', name: '九街道', tier: 'street', urbanRural: '111', validFrom: '2020-01-01' };
    const error = await registry.refusal(createOrg, street, registry.admin);
    expect(error.options.errors?.[0]?.field).toBe('urbanRural');
  });

  it('needs the parent to exist on the first day', async () => {
    const orphan = { code: '990101099001', name: '无街道社区', tier: 'community', validFrom: '2020-01-01' };
    expect((await registry.refusal(createOrg, orphan, registry.admin)).code).toBe('REGISTRY.ORG.PARENT_MISSING');
    const early = { code: '990101001008', name: '早建社区', tier: 'community', validFrom: '2019-12-31' };
    expect((await registry.refusal(createOrg, early, registry.admin)).code).toBe('REGISTRY.ORG.PARENT_MISSING');
  });

  it('keeps periods of a code apart, and ends one before the next begins', async () => {
    const code = '990101001007';
    const first = { code, name: '旧名社区', tier: 'community', validFrom: '2020-01-01' };
    await registry.call(createOrg, first, registry.admin);
    const second = { ...first, name: '新名社区', validFrom: '2024-01-01' };
    expect((await registry.refusal(createOrg, second, registry.admin)).code).toBe('REGISTRY.ORG.PERIOD_OVERLAP');

    const ending = { code, expectedVersion: 1, validTo: '2023-12-31' };
    const { org: ended } = await registry.call(updateOrg, ending, registry.admin);
    expect(ended).toMatchObject({ validTo: '2023-12-31', version: 2 });
    const { org: next } = await registry.call(createOrg, second, registry.admin);
    expect(next?.version).toBe(3);

    const then = await registry.call(getOrg, { code, asOf: '2023-12-31' }, registry.admin);
    const now = await registry.call(getOrg, { code }, registry.admin);
    expect([then.org?.name, now.org?.name]).toEqual(['旧名社区', '新名社区']);
    const stale = await registry.refusal(updateOrg, { ...ending, name: '再改' }, registry.admin);
    expect(stale.code).toBe('COMMON.VERSION_STALE');
    expect(stale.options.context).toMatchObject({ name: '新名社区', version: 3 });
  });

  it('lists children by pages in the order of codes', async () => {
    const first = await registry.call(listOrgs, { parent: '990101001', limit: 2 }, registry.staffA);
    expect(first.items.map((org) => org.code)).toEqual([ROOM_A1, '990101001002']);
    const second = await registry.call(
      listOrgs,
      { parent: STREET_A, limit: 2, cursor: first.nextCursor ?? '' },
      registry.staffA,
    );
    expect(second.items.map((org) => org.name)).toEqual(['新名社区']);
    expect(second.nextCursor).toBeUndefined();
    const districts = await registry.call(listOrgs, { tier: 'district' }, registry.staffA);
    expect(districts.items.map((org) => org.code)).toEqual([COUNTY]);
    const before = await registry.call(listOrgs, { asOf: '2019-01-01' }, registry.staffA);
    expect(before.items).toEqual([]);
  });

  it.each([[{ limit: 201 }], [{ cursor: 'nonsense' }], [{ tier: 'x' }], [{ parent: '12345' }], [{ asOf: 'today' }]])(
    'refuses the list %j',
    async (request) => {
      expect((await registry.refusal(listOrgs, request, registry.admin)).code).toBe('COMMON.VALIDATION_FAILED');
    },
  );

  it('lets nobody without the right write, and nobody outside the own area', async () => {
    const org = { code: '990101001006', name: '东六社区', tier: 'community', validFrom: '2020-01-01' };
    expect((await registry.refusal(createOrg, org, registry.staffA)).code).toBe('COMMON.FORBIDDEN');
    const elsewhere = registry.as(['system_admin'], ['990102']);
    expect((await registry.refusal(createOrg, org, elsewhere)).code).toBe('COMMON.NOT_FOUND');
    expect((await registry.refusal(getOrg, { code: org.code }, registry.admin)).code).toBe('COMMON.NOT_FOUND');
  });

  it('answers a repeated key with the first answer, and refuses another body under it', async () => {
    const org = { code: '990101001005', name: '东五社区', tier: 'community', validFrom: '2020-01-01' };
    const context = withKey(registry.admin, 'org-5');
    const first = await registry.call(createOrg, org, context);
    expect(await registry.call(createOrg, org, context)).toEqual(first);
    const other = await registry.refusal(createOrg, { ...org, name: '别的' }, context);
    expect(other.code).toBe('COMMON.IDEMPOTENCY_KEY_REUSED');
  });

  it('keeps population figures by version', async () => {
    const figure = { org: ROOM_A1, year: 2025, resident: 2_500, registered: 2_100 };
    const first = await registry.call(putPopulation, figure, registry.admin);
    expect(first.population).toMatchObject({ ...figure, version: 1 });
    const same = await registry.call(putPopulation, figure, registry.admin);
    expect(same.population?.version).toBe(1);
    const blind = await registry.refusal(putPopulation, { ...figure, resident: 2_600 }, registry.admin);
    expect(blind.code).toBe('COMMON.VERSION_REQUIRED');
    const corrected = { ...figure, resident: 2_600, expectedVersion: 1 };
    expect((await registry.call(putPopulation, corrected, registry.admin)).population?.version).toBe(2);
    const stale = await registry.refusal(putPopulation, { ...corrected, resident: 1 }, registry.admin);
    expect(stale.code).toBe('COMMON.VERSION_STALE');
    const { population } = await registry.call(getPopulation, { org: ROOM_A1, year: 2025 }, registry.staffB);
    expect(population).toMatchObject({ resident: 2_600, registered: 2_100, version: 2 });
    await registry.call(putPopulation, { org: ROOM_A1, year: 2023, resident: 2_400 }, registry.admin);
    const years = async (org: string) =>
      (await registry.call(listPopulations, { org }, registry.staffB)).items.map(({ year, resident }) => [
        year,
        resident,
      ]);
    expect(await years(ROOM_A1)).toEqual([
      [2025, 2_600],
      [2023, 2_400],
    ]);
    // A unit without figures has none, which is no fault.
    expect(await years('990101001000')).toEqual([]);
  });

  it.each([
    ['year', { year: 2027 }],
    ['year', { year: 1989 }],
    ['resident', { resident: -1 }],
    ['org', { org: '990101099001' }],
    ['org', { org: '12' }],
  ])('refuses a figure whose %s is wrong', async (field, changes) => {
    const good = { org: ROOM_A1, year: 2024, resident: 1 };
    const error = await registry.refusal(putPopulation, { ...good, ...changes }, registry.admin);
    expect(error.options.errors?.map((problem) => problem.field)).toEqual([field]);
  });
});
