import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../tools/servers/free-port.mjs';
import { median } from '../load/closed-loop.mjs';
import { proportionalMemory } from '../system/memory.mjs';
import { untilReady } from '../../tools/servers/until-ready.mjs';

const RESTARTS = 3;
const FORMS = { idle: 'idle', loaded: 'after the load of this run' };

/** M1: resident memory of each service at rest and after the load, and how soon one is ready again; the one-process form at rest. */
export async function measureMemory(system, report) {
  report.heading('Memory and readiness');
  const loaded = system.memory();
  for (const [label, figures] of [
    [FORMS.idle, system.idleMemory],
    [FORMS.loaded, loaded],
  ]) {
    report.note(
      `${label}: ${Object.entries(figures)
        .map(([name, mib]) => `${name} ${mib.toFixed(0)}`)
        .join(', ')} MiB`,
    );
  }
  const worst = (figures) => Math.max(...Object.values(figures));
  report.goal({
    id: 'M1',
    text: 'largest service idle',
    value: worst(system.idleMemory),
    must: 180,
    aim: 130,
    better: 'lower',
    unit: 'MiB',
  });
  report.goal({
    id: 'M1',
    text: 'largest service loaded',
    value: worst(loaded),
    must: 300,
    aim: 250,
    better: 'lower',
    unit: 'MiB',
  });
  report.goal({
    id: 'M1',
    text: `one service ready after its start, median of ${RESTARTS}`,
    value: await restart(system),
    must: 2,
    aim: 1.2,
    better: 'lower',
    unit: 's',
  });
  const whole = await oneProcess();
  report.note(`npm start, second time: ready after ${whole.seconds.toFixed(1)} s`);
  report.goal({
    id: 'M',
    text: 'whole system idle, one-process form (services, PostgreSQL, NATS)',
    value: whole.mib,
    must: 800,
    aim: 600,
    better: 'lower',
    unit: 'MiB',
  });
  report.goal({
    id: 'S',
    text: 'npm start on a warm checkout',
    value: whole.seconds,
    must: 20,
    aim: 10,
    better: 'lower',
    unit: 's',
  });
}

async function restart(system) {
  const seconds = [];
  for (let round = 0; round < RESTARTS; round++) {
    await system.kill('smi');
    // The gateway goes by its last answer for half a second.
    await delay(1_000);
    const began = performance.now();
    system.start('smi');
    await untilReady(system.url);
    seconds.push((performance.now() - began) / 1000);
  }
  return median(seconds);
}

/** `npm start` with an empty database twice; the second is measured. */
async function oneProcess() {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-bench-start-'));
  try {
    await started(folder, () => undefined);
    return await started(folder, async (pid) => {
      await delay(10_000);
      return treeMemory(pid);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function started(folder, look) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), XINQIAO_DATA: folder, XINQIAO_DEMO: 'none' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('is ready') && resolve());
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  const mib = await look(child.pid);
  child.kill('SIGINT');
  await ended;
  return { seconds, mib };
}

function treeMemory(root) {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(
        Number(pid),
        Number(
          readFileSync(`/proc/${pid}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1],
        ),
      );
    } catch {
      // gone meanwhile
    }
  }
  const belongs = (pid) => pid === root || (parents.has(pid) && parents.get(pid) > 1 && belongs(parents.get(pid)));
  return [...parents.keys()].filter(belongs).reduce((sum, pid) => sum + (proportionalMemory(pid) ?? 0), 0);
}
