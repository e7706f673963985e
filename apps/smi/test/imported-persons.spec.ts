import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { create, toJson, toJsonString, type MessageInitShape } from '@bufbuild/protobuf';
import { v7 } from 'uuid';
import { CaseService, PersonProfileSchema, PersonsImportedSchema, type PersonChanged } from '#contracts';
import { BusCipher } from '#persistence';
import { madeUpPerson, withKey } from '#testing';
import { COMMUNITY, SmiNode } from './smi-node.js';

type Persons = MessageInitShape<typeof PersonsImportedSchema>['persons'];

describe('residents of an import, told in one event', () => {
  let smi: SmiNode;
  beforeAll(async () => {
    smi = await SmiNode.start();
  });
  afterAll(() => smi.close());

  const people = (...names: string[]) =>
    names.map((name, n) => {
      const { sex, birthDate } = madeUpPerson(n + 1);
      return { id: v7(), profile: create(PersonProfileSchema, { name, sex, birthDate }) };
    });
  type People = ReturnType<typeof people>;
  const changed = ({ id }: People[number]): Pick<PersonChanged, 'personId' | 'version' | 'residenceOrg'> => ({
    personId: id,
    version: 1,
    residenceOrg: COMMUNITY,
  });
  const seal = (text: string, boundTo: string) => smi.app.get(BusCipher).seal(text, boundTo);
  /** The profiles in one seal, over the ids in their order. */
  const together = (residents: People) =>
    seal(
      JSON.stringify({ profiles: residents.map(({ profile }) => toJson(PersonProfileSchema, profile)) }),
      residents.map(({ id }) => id).join(','),
    );
  const receive = (persons: Persons, sealedProfiles: string) =>
    smi.receive(PersonsImportedSchema, create(PersonsImportedSchema, { persons: persons ?? [], sealedProfiles }));
  const register = async (personId: string) => {
    const call = { input: smi.caseInput(personId) };
    return (await smi.rpc.call(CaseService.method.registerCase, call, withKey(smi.staff))).case!;
  };

  it('gives each the profile that is his', async () => {
    const residents = people('王小明', '欧阳晓敏', '单雄信');
    await receive(residents.map(changed), together(residents));
    const names: string[] = [];
    for (const { id } of residents) names.push((await register(id)).personName);
    expect(names).toEqual(['王**', '欧***', '单**']);
  });

  it('reads events of before, in which each has a seal of his own', async () => {
    const residents = people('李国华', '赵静');
    const persons = residents.map((resident) => ({
      ...changed(resident),
      sealedProfile: seal(toJsonString(PersonProfileSchema, resident.profile), resident.id),
    }));
    await receive(persons, '');
    expect((await register(residents[1]!.id)).personName).toBe('赵*');
  });

  it('takes nothing of an event whose persons stand in another order, or are fewer, than those sealed', async () => {
    const residents = people('张一', '刘二');
    const sealed = together(residents);
    await expect(receive(residents.toReversed().map(changed), sealed)).rejects.toThrow();
    await expect(receive([changed(residents[0]!)], sealed)).rejects.toThrow();
    const ids = residents.map(({ id }) => id).join(',');
    await expect(receive(residents.map(changed), seal('{"profiles":[{}]}', ids))).rejects.toThrow();
    // Nothing of what was sealed gets into the text of the error.
    await expect(receive(residents.map(changed), seal('{"profiles":[{"name":"张一"', ids))).rejects.toThrow(
      /^what was sealed is no JSON$/,
    );
    await expect(register(residents[0]!.id)).rejects.toThrow();
  });
});
