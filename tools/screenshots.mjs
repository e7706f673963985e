/* global document, localStorage, scrollTo */
// `npm run screenshots [-- families… --guide --out <folder>]`: every page the families list in apps/console/test/screenshots, at
// 1440 and 390 px, in Chinese and English, against a system of its own with the small demonstration district; with `--guide` only
// those the guides show. Says what overflows or fails in the page.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './bootstrap/build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { Progress } from './bootstrap/progress.mjs';
import { assertMachine, ROOT, runTool } from './bootstrap/project.mjs';

const LISTS = join(ROOT, 'apps', 'console', 'test', 'screenshots');
const GUIDE = join(ROOT, 'docs', 'guide', 'pictures');
const LANGUAGES = ['zh-CN', 'en'];
/** Refusals a picture asks for, to show what the page makes of them. */
const REFUSED = /status of (409|412|422)/;
const SIZES = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } };

await runTool(async () => {
  assertMachine();
  const progress = new Progress();
  await ensureDependencies(progress);
  await ensureBuild(progress);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { guide: { type: 'boolean' }, out: { type: 'string' } },
  });
  const folder = values.out ?? join(ROOT, '.xinqiao', 'screenshots');
  const screens = (await listed(positionals)).filter((screen) => !values.guide || screen.guide);
  const faults = await withConsole(progress, (context) =>
    takeAll(screens, { ...context, folder, guide: values.guide }),
  );
  console.log(
    `\n${screens.length * 4} pictures in ${folder}${faults.length === 0 ? '' : `, ${faults.length} faults:`}`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
});

async function listed(families) {
  const names = readdirSync(LISTS)
    .filter((name) => name.endsWith('.mjs') && !name.endsWith('.d.mts'))
    .filter((name) => families.length === 0 || families.includes(name.replace('.mjs', '')));
  const lists = await Promise.all(names.map((name) => import(join(LISTS, name))));
  return lists.flatMap(({ screens }) => screens);
}

async function withConsole(progress, work) {
  // Loaded late: what they need is installed by now.
  const { chromium } = await import('playwright-core');
  const { CHROMIUM_FLAGS, findChromium } = await import('./chromium.mjs');
  const { startDemoSystem } = await import('./servers/demo-system.mjs');
  const executablePath = findChromium((line) => progress.note(line));
  const system = await progress.step('Starting a demonstration', () => startDemoSystem());
  const browser = await chromium.launch({
    executablePath,
    args: [...CHROMIUM_FLAGS, '--hide-scrollbars'],
    headless: true,
  });
  try {
    return await progress.step('Taking pictures', (report) => work({ browser, address: system.address, report }));
  } finally {
    await browser.close();
    await system.stop();
  }
}

/** One session for all pictures of an account, language and size: as a user would walk through the pages. */
async function takeAll(screens, to) {
  const { DEMO_PASSWORD } = await import('./start/demo-accounts.mjs');
  const faults = [];
  for (const language of LANGUAGES) {
    for (const [width, viewport] of Object.entries(SIZES)) {
      mkdirSync(join(to.folder, language, width), { recursive: true });
      for (const [account, own] of Map.groupBy(screens, ({ account }) => account)) {
        const page = await newPage(to, language, viewport, faults);
        if (account !== null) await signIn(page, to.address, account, DEMO_PASSWORD);
        for (const screen of own) {
          to.report(`${language} ${width} ${screen.name}`);
          await take(page, screen, { ...to, language, width, faults });
        }
        await page.context().close();
      }
    }
  }
  return faults;
}

async function newPage({ browser }, language, viewport, faults) {
  const context = await browser.newContext({
    viewport,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  await context.addInitScript((chosen) => localStorage.setItem('xinqiao.language', chosen), language);
  const page = await context.newPage();
  const report = (text) =>
    faults.push(`${language} ${viewport.width} ${new URL(page.url()).pathname}: ${text.slice(0, 300)}`);
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED.test(message.text())) report(message.text());
  });
  page.on('pageerror', (error) => report(String(error)));
  return page;
}

async function signIn(page, address, account, password) {
  await page.goto(`${address}/sign-in`);
  await page.locator('input[autocomplete="username"]').fill(account);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

async function take(page, screen, { address, folder, guide, language, width, faults }) {
  const at = `${language} ${width} ${screen.name}`;
  // A sheet of paper is no narrower on a phone.
  if (screen.media === 'print' && width !== '1440') return;
  try {
    await page.emulateMedia({ media: 'screen', colorScheme: screen.colorScheme ?? 'light', reducedMotion: 'reduce' });
    await page.goto(address + screen.address);
    await page.locator('h1').first().waitFor();
    await quiet(page);
    await screen.act?.(page);
    await page.emulateMedia({ media: screen.media ?? 'screen' });
    await quiet(page);
    if (guide && screen.guide && width === (screen.guide === 'phone' ? '390' : '1440')) {
      mkdirSync(GUIDE, { recursive: true });
      await page.screenshot({ path: join(GUIDE, `${screen.name}.${language}.png`) });
    }
    const fullPage = screen.windowOnly !== true;
    // Where the page was scrolled to, its head would stand in the middle of the picture.
    if (fullPage) await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(folder, language, width, `${screen.name}.png`), fullPage });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) faults.push(`${at}: ${beyond} px wider than the window`);
  } catch (error) {
    faults.push(`${at}: ${String(error).split('\n')[0]}`);
  }
}

/** Nothing is fetched for a moment. A page with open events is never idle, so this does not wait for ever. */
async function quiet(page) {
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
