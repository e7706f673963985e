import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiUser } from './support/api-user.js';
import type { ConsolePage } from './support/console-page.js';
import { openStation, toForm } from './support/station.js';

/** More than the form has places to stop at: a key that leads nowhere ends the story, not the test run. */
const MOST_TABS = 60;

describe('the follow-up form without a mouse', () => {
  let station: ConsolePage;
  let user: ApiUser;
  let caseId: string;

  beforeEach(async () => {
    user = await ApiUser.signIn('street');
    caseId = await user.newCase();
    station = await openStation();
    await station.enterAs('street', '/today');
    await toForm(station, `/smi/cases/${caseId}/visit`);
  });
  afterEach(() => station.close());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await station.page.keyboard.press(key);
  };

  /** Tab until the place with this name is reached, as somebody does who cannot point. */
  async function tabTo(name: string, by = 'Tab'): Promise<void> {
    const { page } = station;
    for (let n = 0; n < MOST_TABS; n += 1) {
      await press(by);
      const reached = await page.evaluate(() => {
        const place = document.activeElement as HTMLInputElement | null;
        const label = place?.getAttribute('aria-label') ?? place?.closest('label')?.textContent;
        const group =
          place?.type === 'radio' ? place.closest('fieldset')?.querySelector('legend')?.textContent : undefined;
        return (group ?? label ?? place?.textContent ?? '').trim();
      });
      if (reached.startsWith(name)) return;
    }
    throw new Error(`${name} cannot be reached with Tab`);
  }

  const inField = (name: string) => station.page.locator(`[data-field="${name}"] :focus`).waitFor();

  it('is filled in from the first question to the last: codes, ticks, counts, drugs, texts and dates', async () => {
    await station.story('keyboard', async () => {
      const { page } = station;
      await inField('form');
      // Home visit; patient and family; risk 1; suspicious and talkative, marked; partial insight.
      await press('2', '1', '2', 'Enter', '1', '3', '6', 'Enter');
      await inField('insight');
      await press('2');
      // Sleep, diet, self-care, housework, work, learning, social contact.
      await inField('sleep');
      await press('2', '2', '1', '1', '9', '2', '2');
      await inField('incidents');
      await tabTo('轻度滋事');
      await press('Control+A', '1');
      await tabTo('关锁情况');
      await press('1', '2');
      await inField('lastDischargeOn');
      await page.keyboard.type('20261101');
      await tabTo('用药依从性');
      await press('2');
      await inField('adverseReaction.present');
      await tabTo('添加药物', 'Shift+Tab');
      await press('Enter');
      await page.keyboard.type('利培酮');
      await tabTo('早');
      await page.keyboard.type('2');
      await tabTo('药物不良反应');
      await press('2');
      await inField('adverseReaction.severity');
      await press('1');
      await inField('adverseReaction.text');
      await page.keyboard.type('手抖');
      await tabTo('治疗效果');
      await press('2', '0');
      // Everything asked is answered: the button waits. What may be added lies before it.
      await page.locator('[data-save]:focus').waitFor();
      await tabTo('备注', 'Shift+Tab');
      await page.keyboard.type('家属督促服药');
      await tabTo('1生活劳动能力', 'Shift+Tab');
      await press('Space');
      await tabTo('是否转诊', 'Shift+Tab');
      await press('1');
      await press('Control+Enter');
      await page.getByRole('heading', { name: /^已保存/ }).waitFor();
      const { body } = await user.ask('GET', `/smi/cases/${caseId}/timeline`);
      expect(body.items[0].data).toMatchObject({
        form: 2,
        contacts: [1, 2],
        riskLevel: 1,
        symptoms: [3, 6],
        insight: 2,
        sleep: 2,
        diet: 2,
        socialFunction: { selfCare: 1, housework: 1, work: 9, study: 2, social: 2 },
        incidents: { minorDisturbance: 1 },
        confinement: 1,
        hospitalisation: 2,
        lastDischargeOn: '2026-11-01',
        adherence: 2,
        medications: [{ drug: '利培酮', morningMg: 2 }],
        adverseReaction: { present: 2, severity: 1, text: '手抖' },
        effect: 2,
        physicalIllness: 0,
        rehabilitation: [1],
        remark: '家属督促服药',
      });
    });
  });
});
