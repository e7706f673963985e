/* global scrollTo */
const TODAY = new Date('2026-11-23T04:00:00Z');
const CASE = 'main a[href^="/smi/cases/"]';
const OPEN = /^(查看|Open)$/;
const CORRECT = /更\s?正|Correct/;

const toCase =
  (more = '') =>
  async (page) => {
    await page.clock.setFixedTime(TODAY);
    const address = await page.locator(CASE).first().getAttribute('href');
    await page.goto(new URL(`${address}${more}`, page.url()).href);
    await page.locator('main h1').waitFor();
  };

/** A visit at the doorstep after which something must be done at once. */
async function fillInGraveVisit(page) {
  await toCase('/visit?kind=visit')(page);
  await page.locator('[data-field="form"] input').nth(1).check();
  await page.locator('[data-field="riskLevel"] input').nth(3).check();
  for (const [field, place] of [
    ['symptoms', 3],
    ['insight', 1],
    ['incidents', 0],
    ['confinement', 0],
    ['hospitalisation', 0],
    ['adherence', 1],
    ['adverseReaction.present', 0],
    ['effect', 3],
  ]) {
    await page.locator(`[data-field="${field}"] input`).nth(place).check();
  }
}

async function saveGraveVisit(page) {
  await fillInGraveVisit(page);
  await page.locator('[data-save]').click();
  await page.locator('[role="status"] h2').waitFor();
}

async function toCorrection(page) {
  await toCase()(page);
  await page.getByRole('link', { name: OPEN }).first().click();
  await page.getByRole('button', { name: CORRECT }).click();
  await page.locator('[data-field="reason"]').waitFor();
}

/** Chooses another answer than the stored one, says why, and saves. */
async function correct(page, field) {
  await page.locator(`[data-field="${field}"] input:not(:checked)`).first().check();
  await page.locator('[data-field="reason"] input').fill('录错 / typing error');
  await page.locator('[data-save]').click();
}

/** Somebody else corrects the same record in another window, and is faster. */
async function meetConflict(page) {
  await toCorrection(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: CORRECT }).click();
  await other.locator('[data-field="reason"]').waitFor();
  await correct(other, 'sleep');
  await other.locator('del').first().waitFor();
  await other.close();
  await correct(page, 'diet');
  await page.locator('[role="alert"] table').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

async function toVersions(page) {
  await toCorrection(page);
  await correct(page, 'sleep');
  await page.locator('del').first().waitFor();
}

async function search(page, text) {
  await page.locator('main input').first().fill(text);
  await page.keyboard.press('Enter');
}

async function enterPerson(page) {
  await page.locator('main button').last().click();
  await page.locator('main form input').first().fill('测试甲');
  await page.locator('main form button[type="submit"]').click();
}

/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'today', account: 'street', address: '/today', guide: true, windowOnly: true },
  { name: 'smi-cases', account: 'street', address: '/smi', guide: true, windowOnly: true },
  { name: 'smi-cases-none', account: 'street', address: '/smi?riskLevel=5' },
  { name: 'smi-case', account: 'street', address: '/smi?stability=2', act: toCase(), guide: true },
  {
    name: 'smi-case-more',
    account: 'street',
    address: '/smi?stability=2',
    act: async (page) => {
      await toCase()(page);
      // The bar at the foot of a phone has one of that name as well.
      await page
        .locator('main')
        .getByRole('button', { name: /更\s?多|More/ })
        .click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'smi-reveal',
    account: 'street',
    address: '/smi?stability=2',
    act: async (page) => {
      await toCase()(page);
      await page
        .getByRole('button', { name: /查看完整信息|Show in full/ })
        .first()
        .click();
      await page.locator('.ant-popover button').first().waitFor();
    },
  },
  {
    name: 'smi-visit',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: toCase('/visit'),
    guide: true,
  },
  {
    name: 'smi-visit-grave',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: async (page) => {
      await fillInGraveVisit(page);
      await page.locator('[data-field="riskLevel"]').scrollIntoViewIfNeeded();
    },
    guide: 'phone',
    windowOnly: true,
  },
  {
    name: 'smi-visit-missing',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: async (page) => {
      await toCase('/visit?kind=visit')(page);
      await page.getByRole('spinbutton').first().fill('1');
      await page.locator('[data-save]').click();
    },
  },
  {
    name: 'smi-attempt',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: toCase('/visit?kind=attempt'),
  },
  {
    name: 'smi-hospital',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: toCase('/visit?kind=hospital'),
  },
  {
    name: 'smi-loss',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: toCase('/visit?kind=loss'),
  },
  {
    name: 'smi-death',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: toCase('/visit?kind=death'),
  },
  { name: 'smi-correct', account: 'street', address: '/smi?stability=2', act: toCorrection },
  {
    name: 'smi-conflict',
    account: 'street',
    address: '/smi?stability=2',
    act: meetConflict,
    guide: true,
    windowOnly: true,
  },
  { name: 'smi-versions', account: 'street', address: '/smi?stability=2', act: toVersions },
  // Who was stable is not any more: the next picture takes somebody else.
  {
    name: 'smi-saved',
    account: 'street',
    address: '/smi?stability=3&status=registered',
    act: saveGraveVisit,
    guide: true,
  },
  { name: 'smi-register', account: 'street', address: '/smi/register', guide: true },
  { name: 'smi-register-person', account: 'street', address: '/smi/register', act: enterPerson },
  {
    name: 'smi-register-case',
    account: 'street',
    address: '/people',
    act: async (page) => {
      const person = await page.locator('main a[href^="/people/"]').first().getAttribute('href');
      await page.goto(new URL(`/smi/register?person=${person.split('/').at(-1)}`, page.url()).href);
      await page.locator('main form button[type="submit"]').click();
    },
  },
  { name: 'people', account: 'street', address: '/people', windowOnly: true },
  { name: 'people-none', account: 'street', address: '/people', act: (page) => search(page, '不存在的人') },
  {
    name: 'person',
    account: 'street',
    address: '/people',
    act: async (page) => {
      await page.locator('main a[href^="/people/"]').first().click();
      await page.locator('main dl').first().waitFor();
    },
  },
];
