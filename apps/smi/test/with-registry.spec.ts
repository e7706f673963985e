import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import { v7 } from 'uuid';
import { CaseService, OrgService, PersonService } from '#contracts';
import { madeUpPerson, signInAs, startService, withKey } from '#testing';
import { RegistryModule } from '../../registry/src/registry.module.js';
import { COMMUNITY, OTHER_STREET, SmiNode } from './smi-node.js';

// The two services on one bus: what one records, the other learns from the event alone.
describe('smi beside the registry', () => {
  let smi: SmiNode;
  let registry: INestMicroservice;
  beforeAll(async () => {
    smi = await SmiNode.start(['smi', 'registry']);
    const settings = smi.node.settings('registry');
    registry = await startService(RegistryModule.forRoot(settings), settings);
    for (const [code, tier] of [
      ['990101000000', 'district'],
      ['990101001000', 'street'],
      [COMMUNITY, 'community'],
      ['990101002000', 'street'],
      [OTHER_STREET, 'community'],
    ] as const) {
      const org = { code, name: code, tier, validFrom: '2020-01-01' };
      await smi.rpc.call(OrgService.method.createOrg, org, withKey(smi.admin));
    }
  });
  afterAll(async () => {
    await registry.close();
    await smi.close();
  });

  const createPerson = async (n: number, name: string, residenceOrg = COMMUNITY, context = smi.staff) => {
    const person = { ...madeUpPerson(n), name, residenceOrg };
    const answer = await smi.rpc.call(PersonService.method.createPerson, { person }, withKey(context));
    return answer.person!;
  };
  const nameOf = async (id: string, expected: string) => {
    for (let waited = 0; waited < 10_000; waited += 50) {
      const found = await smi.caseOf(id);
      if (found.personName === expected) return found;
      await sleep(50);
    }
    throw new Error(`${expected} did not arrive`);
  };

  it('registers a person just created, and learns name and change of name from the events', async () => {
    const person = await createPerson(1, '王小明');
    const input = smi.caseInput(person.id);
    const { case: registered } = await smi.rpc.call(CaseService.method.registerCase, { input }, withKey(smi.staff));
    await nameOf(registered!.id, '王**');
    const update = { id: person.id, expectedVersion: person.version, patch: { name: '欧阳小明' } };
    await smi.rpc.call(PersonService.method.updatePerson, update, withKey(smi.staff));
    const found = await nameOf(registered!.id, '欧***');
    expect(found).toMatchObject({ residenceOrg: COMMUNITY, version: 1 });
    const { items } = await smi.rpc.call(CaseService.method.listCases, { q: 'ouyang' }, smi.staff);
    expect(items.map((item) => item.id)).toEqual([found.id]);
  });

  it('refuses a person nobody knows, and one of another area', async () => {
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    const hidden = await createPerson(2, '李四', OTHER_STREET, elsewhere);
    for (const personId of [v7(), hidden.id, 'x']) {
      const before = await smi.digest();
      const call = smi.rpc.call(
        CaseService.method.registerCase,
        { input: smi.caseInput(personId) },
        withKey(smi.staff),
      );
      await expect(call).rejects.toMatchObject({
        code: 'SMI.CASE.PERSON_UNKNOWN',
        options: { errors: [{ field: 'personId' }] },
      });
      expect(await smi.digest()).toBe(before);
    }
  });
});
