import { afterEach, describe, expect, it } from '@jest/globals';
import { ConsolePage, PHONE } from './support/console-page.js';

describe('the frame and the first page of street staff', () => {
  let street: ConsolePage;

  afterEach(() => street.close());

  it('signs in, shows the work of the street, and says so in the title', async () => {
    street = await ConsolePage.open();
    await street.story('today', async () => {
      await street.signInAs('street', '/today');
      await street.page.getByRole('heading', { name: /街道有 \d+ 人逾期/ }).waitFor();
      expect(await street.page.title()).toMatch(/街道有 \d+ 人逾期 · 心桥/);
      expect(await street.accessibilityFaults()).toEqual([]);
      expect(await street.overflow()).toBe(0);
    });
  });

  it('fits a phone, in English too', async () => {
    street = await ConsolePage.open({ language: 'en', viewport: PHONE });
    await street.story('today-phone', async () => {
      await street.signInAs('street', '/today');
      await street.page.getByRole('heading', { name: /overdue in/ }).waitFor();
      expect(await street.overflow()).toBe(0);
      expect(await street.accessibilityFaults()).toEqual([]);
    });
  });
});
