import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { plainVisit } from '../../../libs/domain/src/smi/follow-up.fixture.js';
import { ApiUser } from './support/api-user.js';
import type { ConsolePage } from './support/console-page.js';
import { openStation, toForm } from './support/station.js';

describe('two people at the same case', () => {
  let station: ConsolePage;
  let colleague: ApiUser;
  let caseId: string;
  let recordId: string;

  beforeEach(async () => {
    colleague = await ApiUser.signIn('psychiatrist');
    caseId = await (await ApiUser.signIn('street')).newCase();
    recordId = await colleague.visit(caseId, { visitedOn: '2026-11-20' });
    station = await openStation({ expectedErrors: [/status of 412/] });
  });
  afterEach(() => station.close());

  const record = (): string => `/smi/cases/${caseId}/follow-ups/${recordId}`;

  async function begin(): Promise<void> {
    await station.enterAs('street', record());
    const { page } = station;
    await page.getByRole('button', { name: /更\s?正/ }).click();
    await page.locator('[data-field="insight"]').getByText('不全').click();
    await page.getByLabel('备注').fill('家属补充了情况');
    await page.getByLabel('更正原因').fill('自知力录错');
  }

  async function colleagueIsFaster(): Promise<void> {
    const input = plainVisit({ visitedOn: '2026-11-20', sleep: 3 });
    const answer = await colleague.ask(
      'POST',
      `${record()}/corrections`,
      { reason: '睡眠录错', input },
      { 'if-match': '"1"' },
    );
    expect(answer.status).toBe(201);
  }

  /** Lines of the comparison that differ: question, mine, theirs. */
  function differences(): Promise<string[][]> {
    const rows = station.page.getByRole('alert').locator('tr', { hasText: '（不同）' });
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent.replace('（不同）', ''))),
    );
  }

  it('shows both corrections side by side, loses nothing typed, and saves mine over it when I say so', async () => {
    await station.story('conflict-mine', async () => {
      await begin();
      await colleagueIsFaster();
      const { page } = station;
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: '他人已先保存了修改' }).waitFor();
      expect((await differences()).sort()).toEqual(
        [
          ['自知力', '不全', '完全'],
          ['睡眠', '良好', '较差'],
          ['备注', '家属补充了情况', '—'],
        ].sort(),
      );
      expect(await page.getByLabel('备注').inputValue()).toBe('家属补充了情况');
      expect(await page.getByLabel('更正原因').inputValue()).toBe('自知力录错');
      expect(await station.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: '保存我的填写' }).click();
      await page.getByText('共 3 个版本，最新在前。').waitFor();
      await page.getByText('原因：睡眠录错').waitFor();
      await page.getByText('原因：自知力录错').waitFor();
    });
  });

  it('takes what the colleague has saved when I say so', async () => {
    await station.story('conflict-theirs', async () => {
      await begin();
      await colleagueIsFaster();
      const { page } = station;
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: '采用已保存的' }).click();
      await page.getByText('共 2 个版本，最新在前。').waitFor();
      expect(await page.getByText('家属补充了情况').count()).toBe(0);
    });
  });

  it('says beside the date that the colleague has recorded the visit of this day, and keeps what I typed', async () => {
    await station.close();
    station = await openStation({ expectedErrors: [/status of 422/] });
    await station.story('conflict-visit', async () => {
      await station.enterAs('street', '/today');
      const form = `/smi/cases/${caseId}/visit`;
      await toForm(station, form);
      const { page } = station;
      for (const key of ['2', '0', '0', '1', '0', '1', '0', '1', '1', '2']) await page.keyboard.press(key);
      await page.getByLabel('备注').fill('家属也在场');
      await colleague.visit(caseId, { visitedOn: '2026-11-23' });
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-field="visitedOn"]').getByText('随访日期须晚于上次随访日期').waitFor();
      expect(await page.getByLabel('备注').inputValue()).toBe('家属也在场');
      await page.waitForTimeout(900);
      await page.reload();
      await page.getByText('已恢复上次未保存的内容。').waitFor();
      expect(await page.getByLabel('备注').inputValue()).toBe('家属也在场');
    });
  });
});
