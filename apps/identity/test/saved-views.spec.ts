import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SavedViewService } from '#contracts';
import type { CallContext } from '#observability';
import { withKey } from '#testing';
import { IdentityFixture, refusalOf, refused } from './identity-fixture.js';

const { putSavedView, getSavedView, listSavedViews, deleteSavedView } = SavedViewService.method;

describe('saved filters', () => {
  let identity: IdentityFixture;
  let mine: CallContext;
  let others: CallContext;

  beforeAll(async () => {
    identity = await IdentityFixture.start();
    for (const name of ['mine', 'others']) await identity.user(name);
    mine = identity.ofSession(await identity.login('mine'));
    others = identity.ofSession(await identity.login('others'));
  });
  afterAll(() => identity.stop());

  const put = (name: string, filter: unknown, context = mine, page = 'people') =>
    identity.rpc.call(putSavedView, { page, name, filterJson: JSON.stringify(filter) }, context);
  const names = async (context: CallContext, page = 'people') =>
    (await identity.rpc.call(listSavedViews, { page }, context)).items.map(({ name }) => name);

  it('are kept, replaced, listed and forgotten, each user’s own', async () => {
    await put('高风险', { riskLevel: ['4', '5'], org: '990101001' });
    await put('本月', { dueBefore: '2026-11-30' });
    await put('本月', { dueBefore: '2026-12-31' });
    await put('高风险', { other: true }, others);
    expect((await names(mine)).sort()).toEqual(['本月', '高风险'].sort());
    expect(await names(mine, 'tasks')).toEqual([]);
    const { view } = await identity.rpc.call(getSavedView, { page: 'people', name: '本月' }, mine);
    expect(JSON.parse(view!.filterJson)).toEqual({ dueBefore: '2026-12-31' });
    await identity.rpc.call(deleteSavedView, { page: 'people', name: '高风险' }, mine);
    expect(await names(mine)).toEqual(['本月']);
    expect(await names(others)).toEqual(['高风险']);
    const gone = { page: 'people', name: '高风险' };
    expect(await refusalOf(identity.rpc.call(deleteSavedView, gone, mine))).toBe('COMMON.NOT_FOUND');
    expect(await refusalOf(identity.rpc.call(getSavedView, gone, mine))).toBe('COMMON.NOT_FOUND');
  });

  it('answer a repeat under the same key with the first answer', async () => {
    const context = withKey(mine);
    const first = await put('twice', { a: 1 }, context, 'repeats');
    expect(await put('twice', { a: 1 }, context, 'repeats')).toEqual(first);
  });

  it.each([
    ['an ID number', { q: '990101198702290017' }, 'IDENTITY.VIEW.PERSONAL_DATA'],
    ['a telephone number deep inside', { a: [{ b: '138 1234 5678' }] }, 'IDENTITY.VIEW.PERSONAL_DATA'],
    ['a telephone number as a name of a member', { 13812345678: true }, 'IDENTITY.VIEW.PERSONAL_DATA'],
    ['more than 4 KiB', { text: '长'.repeat(1_400) }, 'FIELD.TOO_LONG'],
    ['a list', [], 'FIELD.TYPE'],
    ['a text', 'x', 'FIELD.TYPE'],
  ])('refuse %s', async (_what, filter, code) => {
    const error = await refused(put('bad', filter));
    expect(error).toMatchObject({
      code: 'COMMON.VALIDATION_FAILED',
      options: { errors: [expect.objectContaining({ field: 'filter', code })] },
    });
  });

  it.each([
    ['name', '', 'FIELD.REQUIRED'],
    ['name', 'x'.repeat(41), 'FIELD.TOO_LONG'],
    ['name', ' x', 'FIELD.INVALID'],
    ['name', 'a\u0007b', 'FIELD.INVALID'],
    ['name', '王 13812345678', 'IDENTITY.VIEW.PERSONAL_DATA'],
    ['page', 'People', 'FIELD.INVALID'],
    ['page', '', 'FIELD.INVALID'],
    ['page', 'x'.repeat(33), 'FIELD.INVALID'],
  ])('refuse the %s "%s"', async (field, value, code) => {
    const [page, name] = field === 'page' ? [value, 'good'] : ['people', value];
    const error = await refused(put(name, {}, mine, page));
    expect(error!.options.errors).toEqual([{ field, code }]);
  });

  it('are fifty a page at most, whoever comes at once', async () => {
    for (let i = 0; i < 49; i += 1) await put(`view ${i}`, {}, mine, 'many');
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => refusalOf(put(name, {}, mine, 'many'))));
    expect(answers.filter((code) => code === undefined)).toHaveLength(1);
    expect(answers.filter((code) => code === 'IDENTITY.VIEW.TOO_MANY')).toHaveLength(2);
    expect(await refusalOf(put('view 3', { again: true }, mine, 'many'))).toBeUndefined();
  });
});
