import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiUser } from './support/api-user.js';
import type { ConsolePage } from './support/console-page.js';
import { chooseMore, openStation, toForm } from './support/station.js';

describe('what happens to a case between its visits', () => {
  let station: ConsolePage;
  let caseId: string;

  beforeEach(async () => {
    const user = await ApiUser.signIn('street');
    caseId = await user.newCase();
    await user.visit(caseId, { visitedOn: '2026-11-02' });
    station = await openStation();
    await station.enterAs('street', `/smi/cases/${caseId}`);
    await station.page.getByRole('heading', { name: '经过' }).waitFor();
  });
  afterEach(() => station.close());

  const heading = (name: RegExp) => station.page.getByRole('heading', { level: 1, name }).waitFor();
  const dialog = () => station.page.getByRole('dialog');
  const save = () =>
    dialog()
      .getByRole('button', { name: /保\s?存/ })
      .click();

  /** A short path of "More": number keys answer, Ctrl+Enter saves; then back to the case. */
  async function shortPath(name: string, keys: readonly string[], saved: RegExp): Promise<void> {
    const { page } = station;
    await chooseMore(station, name);
    await page.locator('[data-field="form"] :focus').waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press('Control+Enter');
    await heading(saved);
    await page.getByRole('link', { name: '查看患者' }).click();
    await page.getByRole('heading', { name: '经过' }).waitFor();
  }

  it('into hospital and out again: visits are held, then due within ten working days', async () => {
    await station.story('hospital', async () => {
      await shortPath('在院', ['2'], /^已保存/);
      await heading(/：在院$/);
      await chooseMore(station, '出院');
      await save();
      await dialog().getByText('必填').first().waitFor();
      const day = dialog().getByLabel('出院日期');
      await day.fill('11/23/2026');
      await day.blur();
      // Month first means nothing here: it stays to be mended, and is no date to be sent.
      await dialog().getByText('请按“2026-11-23”的样式填写').waitFor();
      expect(await day.inputValue()).toBe('11/23/2026');
      await save();
      await dialog().getByText('必填').first().waitFor();
      await day.fill('20261123');
      await day.blur();
      expect(await day.inputValue()).toBe('2026-11-23');
      await save();
      await heading(/下次随访在 2026年12月7日前/);
      await station.page.getByRole('listitem').filter({ hasText: '出院' }).first().waitFor();
    });
  });

  it('the psychiatrist says no on article 30: a decliner is asked again, not visited', async () => {
    const user = await ApiUser.signIn('street');
    await user.visit(caseId, { visitedOn: '2026-11-20', riskLevel: 3, symptoms: [7], symptomSeverity: 1 });
    const consent = { decision: 'declined', signedOn: '2026-11-21', signer: 'self' };
    expect((await user.ask('POST', `/smi/cases/${caseId}/consents`, consent)).status).toBe(201);
    await station.story('article30', async () => {
      const { page } = station;
      await page.reload();
      const open = page.getByText('待精神科医师认定，暂按“是”');
      await open.waitFor();
      const review = page.getByRole('listitem').filter({ hasText: '精神科医师认定' });
      await review.getByRole('button', { name: /完\s?成/ }).click();
      await save();
      await dialog().getByText('必填').waitFor();
      expect(await station.accessibilityFaults()).toEqual([]);
      await dialog().getByRole('radio', { name: '否', exact: true }).check();
      await save();
      await review.getByRole('button', { name: /完\s?成/ }).waitFor({ state: 'detached' });
      await page.getByText(/精神科医师认定.* · 否 · 已完成/).waitFor();
      expect(await open.count()).toBe(0);
    });
  });

  it('moves away: where to is asked, and nothing more can be recorded', async () => {
    await station.story('transfer', async () => {
      await chooseMore(station, '转出');
      await save();
      await dialog().getByText('必填').waitFor();
      await dialog().getByLabel('转往何处').fill('邻区安和街道');
      await save();
      await heading(/：已转出$/);
      await station.page.getByText('邻区安和街道').waitFor();
      expect(await station.page.getByRole('link', { name: '记录随访' }).count()).toBe(0);
    });
  });

  it('a file opened by mistake is cancelled with its reason', async () => {
    await station.story('cancel', async () => {
      await chooseMore(station, '订正（出册）');
      await dialog().getByLabel('原因').click();
      await station.page.getByTitle('误录').click();
      await dialog().getByLabel('说明').fill('同名，录错了人');
      await save();
      await heading(/：已订正$/);
      await station.page.getByRole('listitem').filter({ hasText: '误录' }).waitFor();
      expect(await station.page.getByRole('button', { name: /更\s?多/ }).count()).toBe(0);
    });
  });

  it('nobody met, in a few keys: to be tried again within 14 days', async () => {
    await station.story('attempt', async () => {
      await shortPath('未访到', ['2'], /^已保存 · 下次 12月7日前/);
      await station.page
        .getByRole('listitem')
        .filter({ hasText: /2026年11月23日未访到/ })
        .waitFor();
    });
  });

  it('lost: reported in writing, also when a visit was begun before', async () => {
    await station.story('loss', async () => {
      const { page } = station;
      await toForm(station, `/smi/cases/${caseId}/visit`);
      await page.keyboard.press('2');
      await page.waitForTimeout(900);
      await station.go(`/smi/cases/${caseId}`);
      await chooseMore(station, '失访');
      // What was begun is kept, but it does not stand in the way of what is reported now.
      await page.getByText('已恢复上次未保存的内容。').waitFor();
      await page.locator('[data-field="lossReason"] :focus').waitFor();
      await page.getByText('还有 1 项未填，以下为暂定').waitFor();
      await page.keyboard.press('3');
      await page.keyboard.press('Control+Enter');
      await heading(/^已保存 · 失访/);
      await page.getByRole('listitem').filter({ hasText: '书面报告' }).first().waitFor();
      await page.getByRole('link', { name: '查看患者' }).click();
      await heading(/：失访$/);
    });
  });

  it('death closes the file', async () => {
    await station.story('death', async () => {
      const { page } = station;
      await chooseMore(station, '死亡');
      await page.locator('[data-field="form"] :focus').waitFor();
      await page.keyboard.press('3');
      await page.locator('[data-field="deathDate"] :focus').waitFor();
      await page.keyboard.type('20261121');
      await page.locator('[data-field="deathCause"] input').first().focus();
      for (const key of ['1', '3']) await page.keyboard.press(key);
      await page.keyboard.press('Control+Enter');
      await heading(/^已保存 · 死亡/);
      await page.getByRole('link', { name: '查看患者' }).click();
      await heading(/：死亡$/);
      expect(await page.getByRole('link', { name: '记录随访' }).count()).toBe(0);
      // Who kept the address of the form is told why there is none.
      await station.go(`/smi/cases/${caseId}/visit`);
      await page.getByText('该患者已死亡、转出或订正，不能再录入随访').waitFor();
      expect(await page.locator('form').count()).toBe(0);
      await page.getByRole('button', { name: '查看患者' }).click();
      await heading(/：死亡$/);
    });
  });
});
