import { setTimeout as delay } from 'node:timers/promises';

/** Waits until every service of a system answers through the bus. Says what it answered last when that does not come. */
export async function untilReady(address, seconds = 60) {
  let last = 'no answer';
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await delay(50)) {
    const answer = await fetch(`${address}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (answer) last = await answer.text();
  }
  throw new Error(`The services did not become ready within ${seconds} seconds: ${last}`);
}
