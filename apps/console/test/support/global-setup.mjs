import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../../../tools/chromium.mjs';
import { startDemoSystem } from '../../../../tools/servers/demo-system.mjs';
import { running } from './running.mjs';

/**
 * Once for all specs: the whole system with the small demonstration district, and one browser, each spec with a context of
 * its own in it. Users of departments have to have a second factor there. Given addresses are used as they are (TEST_CONSOLE_URL
 * and TEST_CONSOLE_NATS_URL: a system that already runs, with the same duty).
 */
export default async function start() {
  // Before the system: a machine without a browser is told at once.
  const executablePath = findChromium((line) => process.stderr.write(`${line}\n`));
  const [system, browser] = await Promise.all([
    process.env.TEST_CONSOLE_URL
      ? undefined
      : startDemoSystem({ variables: { XINQIAO_OTP_REQUIRED_ROLES: 'department_user' } }),
    chromium.launchServer({ executablePath, args: [...CHROMIUM_FLAGS], headless: true }),
  ]);
  running.push(...[system && (() => system.stop()), () => browser.close()].filter(Boolean));
  if (system) {
    process.env.TEST_CONSOLE_URL = system.address;
    process.env.TEST_CONSOLE_NATS_URL = system.natsUrl;
  }
  process.env.TEST_BROWSER = browser.wsEndpoint();
}
