import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Locator, type Page, type Request } from 'playwright-core';
import { DEMO_PASSWORD, type DemoAccount } from './demo-accounts.js';

/** Desk and doorstep. */
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface ConsoleOptions {
  readonly language?: 'zh-CN' | 'en';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Console errors that belong to the story told: matched against their text. */
  readonly expectedErrors?: readonly RegExp[];
  /** Where the console is reached; default: the system of the run. */
  readonly address?: string;
}

const PATIENCE_MS = 15_000;
const QUIET_MS = 400;
const WORDS_IN_ADDRESS = /\/api\/v1\/[^?]*\?(.*&)?q=/;

const PICTURES = join(tmpdir(), 'xinqiao-console-failures');

/** The console in a browser context of its own, as one user of one device. */
export class ConsolePage {
  /** What went wrong in the page so far: errors on the console, exceptions nobody caught, refused styles and scripts. */
  readonly errors: string[] = [];

  /** Requests on their way. The stream of events is open all the time and does not count. */
  private readonly underWay = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  static async open(options: ConsoleOptions = {}): Promise<ConsolePage> {
    const browser = await chromium.connect(required('TEST_BROWSER'));
    const { language = 'zh-CN', viewport = DESK, colorScheme = 'light', expectedErrors = [] } = options;
    const context = await browser.newContext({
      viewport,
      colorScheme,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    await context.addInitScript((chosen) => localStorage.setItem('xinqiao.language', chosen), language);
    const page = await context.newPage();
    const opened = new ConsolePage(page, context, browser, options.address ?? required('TEST_CONSOLE_URL'));
    const report = (text: string): void => {
      if (!expectedErrors.some((pattern) => pattern.test(text))) opened.errors.push(text);
    };
    page.on('console', (message) => {
      if (message.type() === 'error') report(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => report(String(error)));
    opened.watchRequests();
    return opened;
  }

  private watchRequests(): void {
    this.page.on('request', (request) => {
      if (request.resourceType() !== 'eventsource') this.underWay.add(request);
      // Proxies keep addresses: what was typed to find people goes in a body.
      if (WORDS_IN_ADDRESS.test(request.url())) this.errors.push('words of a search stand in an address');
    });
    for (const end of ['requestfinished', 'requestfailed'] as const) {
      this.page.on(end as 'requestfinished', (request) => {
        this.underWay.delete(request);
      });
    }
  }

  /** Is signed in as a demo account, without the page for it, and goes to an address. */
  async enterAs(account: DemoAccount, address = '/'): Promise<void> {
    const signedIn = await this.context.request.post(`${this.address}/api/v1/auth/login`, {
      headers: { 'Idempotency-Key': randomUUID() },
      data: { username: account, password: DEMO_PASSWORD, session: 'cookie' },
    });
    if (!signedIn.ok()) throw new Error(`${account} is not let in: ${String(signedIn.status())}`);
    await this.page.goto(this.address + address);
    await this.page.locator('main h1').waitFor();
  }

  /** Signs in, with the password of the demo accounts, on the page for it and goes to an address. */
  async signInAs(account: string, address = '/'): Promise<void> {
    await this.page.goto(`${this.address}/sign-in?to=${encodeURIComponent(address)}`);
    await this.page.locator('input[autocomplete="username"]').fill(account);
    await this.page.locator('input[autocomplete="current-password"]').fill(DEMO_PASSWORD);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
    await this.page.locator('main h1').waitFor();
  }

  /** Goes to another page as a link does, without loading the console anew. */
  async go(address: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
    await this.page.waitForURL((url) => url.pathname + url.search === address);
    await this.settled();
  }

  /** The file that pressing something saves. */
  async fileOf(pressed: Locator): Promise<{ readonly name: string; readonly content: Buffer }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), pressed.click()]);
    return { name: file.suggestedFilename(), content: await buffer(await file.createReadStream()) };
  }

  /** Nothing has been fetched for a moment. */
  async settled(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    let quietSince = Date.now();
    while (Date.now() - quietSince < QUIET_MS) {
      if (this.underWay.size > 0) quietSince = Date.now();
      if (Date.now() > deadline)
        throw new Error(`still under way: ${[...this.underWay].map((one) => one.url()).join(' ')}`);
      await delay(50);
    }
  }

  /** Serious and critical faults for people who cannot see, hear or point well; `[]` is the pass. */
  async accessibilityFaults(): Promise<string[]> {
    // What is half faded in or out is nothing anybody reads.
    await this.page.evaluate(async () => {
      const endless = (one: Animation) => one.effect?.getComputedTiming().endTime === Infinity;
      const moving = document.getAnimations().filter((one) => !endless(one));
      await Promise.race([
        Promise.allSettled(moving.map((one) => one.finished)),
        new Promise((go) => setTimeout(go, 2_000)),
      ]);
    });
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(await axeSource());
    // What passed is not written down: twice as fast.
    const { violations } = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
        selectors: false,
        preload: false,
      }),
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }

  /** Pixels by which the page is wider than the window; 0 is the pass. */
  async overflow(): Promise<number> {
    return await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return Math.max(0, scrollWidth - clientWidth);
    });
  }

  /** Closes the context; fails when something went wrong in the page that no expectation saw. */
  async close(): Promise<void> {
    await this.context.close();
    await this.browser.close();
    if (this.errors.length > 0) throw new Error(`errors in the page:\n${this.errors.join('\n')}`);
  }

  /** Runs a story; when it fails, leaves a picture of the page behind and says where. */
  async story(name: string, tell: () => Promise<void>): Promise<void> {
    try {
      await tell();
    } catch (error) {
      mkdirSync(PICTURES, { recursive: true });
      const path = join(PICTURES, `${name.replaceAll(/\W+/g, '-')}.png`);
      await this.page.screenshot({ path, fullPage: true }).catch(() => undefined);
      throw new Error(`${String(error)}\nat ${this.page.url()}, picture: ${path}`, { cause: error });
    }
  }
}

let axe: Promise<string> | undefined;

function axeSource(): Promise<string> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axe;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run these specs through the jest project "console".`);
  return value;
}

/** The pages of several people in one story, closed together. */
export class ConsolePages {
  private readonly opened: ConsolePage[] = [];

  readonly open = async (...options: Parameters<typeof ConsolePage.open>): Promise<ConsolePage> => {
    const one = await ConsolePage.open(...options);
    this.opened.push(one);
    return one;
  };

  readonly close = async (): Promise<void> => {
    for (const one of this.opened.splice(0)) await one.close();
  };
}
