/* global PerformanceObserver, document, requestAnimationFrame, scrollTo */
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.mjs';
import { median } from '../load/closed-loop.mjs';
import { BENCH_PASSWORD } from '../system/start-system.mjs';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const ROWS = 5_000;
/** Pixels a frame: a strong flick of the wheel, eight rows every tenth of a second. */
const STEP_PX = 60;
const SCROLLED_FRAMES = 300;
const SCROLL_ROUNDS = 5;
const FRAME_MS = 1_000 / 60;
const INITIALS = ['lx', 'wj', 'zh', 'cm', 'ly', 'hf', 'xl', 'yj'];

/** What people meet first, by who meets it. */
const PAGES = {
  'bench-staff': ['/today', '/people', '/smi'],
  'bench-official-1': ['/indicators', '/reports'],
  admin: ['/system/users', '/system/areas', '/imports'],
};

/**
 * U1 to U4: the console in Chromium against the district of the bench: scripts the indicators wait for, how much pages move after
 * their first paint, whether a list of 5,000 people scrolls, and how soon two initials find somebody.
 */
export async function measureConsole(system, report) {
  report.heading('Console');
  const browser = await chromium.launch({
    executablePath: findChromium((line) => report.note(line)),
    args: [...CHROMIUM_FLAGS],
    headless: true,
  });
  try {
    const at = { browser, address: system.url, report };
    await scripts(at);
    await shifts(at);
    await scrolling(at);
    await finding(at);
  } finally {
    await browser.close();
  }
}

/** As a browser that has never been here loads it, but for the sign-in. */
async function scripts({ browser, address, report }) {
  const { context: before } = await signedIn(browser, address, 'bench-official-1');
  const storageState = await before.storageState();
  await before.close();
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'zh-CN',
    storageState,
    extraHTTPHeaders: { 'Accept-Encoding': 'gzip' },
  });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const lengths = new Map();
  const loaded = [];
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') lengths.set(requestId, Number(response.headers['content-length']));
  });
  network.on('Network.loadingFinished', ({ requestId }) => {
    if (lengths.has(requestId)) loaded.push(lengths.get(requestId));
  });
  const began = performance.now();
  await page.goto(`${address}/indicators`);
  await page.locator('tbody th a').first().waitFor();
  const [bytes, files] = [loaded.reduce((sum, size) => sum + size, 0), loaded.length];
  report.note(`indicators usable after ${(performance.now() - began).toFixed(0)} ms, ${files} scripts`);
  report.goal({
    id: 'U1',
    text: 'scripts until the indicators are usable, gzip',
    value: bytes / 1_024,
    must: 250,
    aim: 225,
    better: 'lower',
    unit: 'KiB',
  });
  await context.close();
}

async function shifts({ browser, address, report }) {
  let worst = { value: 0, where: 'no page' };
  for (const viewport of [DESK, PHONE]) {
    for (const [account, pages] of Object.entries(PAGES)) {
      const { context, page } = await signedIn(browser, address, account, viewport);
      for (const path of pages) {
        const value = await shiftOf(page, address + path);
        if (value > worst.value) worst = { value, where: `${path} at ${viewport.width} px` };
      }
      await context.close();
    }
  }
  report.note(`moves most: ${worst.where}`);
  const line = {
    text: 'layout shift after first paint, worst page',
    must: 0.02,
    aim: 0.01,
    better: 'lower',
    unit: 'CLS',
  };
  report.goal({ id: 'U2', value: worst.value, ...line });
}

async function shiftOf(page, address) {
  await page.goto(address);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
  return page.evaluate(() => globalThis.shifted);
}

/** Page after page of the list of people, then down from its top at a flick. */
async function scrolling({ browser, address, report }) {
  const { context, page } = await signedIn(browser, address, 'bench-staff');
  await page.goto(`${address}/people`);
  await page.locator('tbody tr[data-index]').first().waitFor();
  const rows = await page.evaluate(loadRows, ROWS);
  const drawn = await page.locator('tbody tr[data-index]').count();
  const empty = await context.newPage();
  await empty.setContent(`<body style="height: ${SCROLLED_FRAMES * STEP_PX * 2}px"></body>`);
  const [floor, rounds] = [[], []];
  for (let i = 0; i < SCROLL_ROUNDS; i += 1) {
    for (const [tab, into] of [
      [empty, floor],
      [page, rounds],
    ]) {
      await tab.bringToFront();
      into.push(await tab.evaluate(scrollDown, [STEP_PX, SCROLLED_FRAMES, FRAME_MS]));
    }
  }
  const longest = Math.max(...rounds.map((round) => round.longest));
  const each = rounds.map((round) => round.dropped);
  report.note(`an empty page: ${floor.map(({ dropped }) => dropped).join(', ')} of ${SCROLLED_FRAMES} frames dropped`);
  report.note(
    `list of ${rows} people: ${each.join(', ')} of ${SCROLLED_FRAMES} frames dropped, the longest took ${longest.toFixed(0)} ms`,
  );
  const dropped = median(each);
  report.goal({
    id: 'U3',
    text: 'frames dropped while it scrolls, median of the rounds',
    value: (100 * dropped) / (SCROLLED_FRAMES + dropped),
    must: 0,
    aim: 0,
    better: 'lower',
    unit: '%',
  });
  report.goal({
    id: 'U3',
    text: `rows drawn of ${rows}`,
    value: rows < ROWS ? Infinity : drawn,
    must: 150,
    aim: 80,
    better: 'lower',
    unit: 'rows',
  });
  await context.close();
}

async function finding({ browser, address, report }) {
  const { context, page } = await signedIn(browser, address, 'bench-staff');
  await page.goto(`${address}/today`);
  await page.locator('main h1').waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await field.fill('l');
  await page.getByRole('option').first().waitFor();
  const times = [];
  for (const initials of INITIALS) {
    const answered = page.waitForResponse(/\/persons\/search$/);
    const began = performance.now();
    await field.fill(initials);
    await (await answered).finished();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    times.push(performance.now() - began);
  }
  report.note(`slowest of ${times.length}: ${Math.max(...times).toFixed(0)} ms`);
  const line = {
    text: 'a person by two initials, typed to drawn, median',
    must: 300,
    aim: 150,
    better: 'lower',
    unit: 'ms',
  };
  report.goal({ id: 'U4', value: median(times), ...line });
  await context.close();
}

async function signedIn(browser, address, account, viewport = DESK) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await context.addInitScript(watchShifts);
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.locator('input[autocomplete="username"]').fill(account);
  await page.locator('input[autocomplete="current-password"]').fill(BENCH_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('h1').first().waitFor();
  return { context, page };
}

/** In the page, before its own scripts. */
function watchShifts() {
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** In the page: goes to the end of the list until that many rows are there. Answers how many are. */
async function loadRows(wanted) {
  const count = () => Number(document.querySelector('table').getAttribute('aria-rowcount')) - 1;
  for (let before = 0, still = 0; count() < wanted && still < 100; before = count()) {
    scrollTo(0, document.documentElement.scrollHeight);
    await new Promise((later) => setTimeout(later, 50));
    still = count() === before ? still + 1 : 0;
  }
  return count();
}

/** In the page: a step each frame. */
async function scrollDown([step, frames, frameMs]) {
  scrollTo(0, 0);
  await new Promise((later) => setTimeout(later, 500));
  let [dropped, longest, last] = [0, 0, await new Promise(requestAnimationFrame)];
  for (let i = 1; i <= frames; i += 1) {
    scrollTo(0, i * step);
    const now = await new Promise(requestAnimationFrame);
    dropped += Math.max(0, Math.round((now - last) / frameMs) - 1);
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { dropped, longest };
}
