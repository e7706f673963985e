// The running system: embedded servers, then all services in this process. Node 24; everything is installed and built.
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Progress } from '../bootstrap/progress.mjs';
import { Refusal, runTool } from '../bootstrap/project.mjs';
import { untilReady } from '../servers/until-ready.mjs';
import { ApiClient } from '../demo/api-client.mjs';
import { loadDemo } from '../demo/load-demo.mjs';
import { firstFreePortFrom, isFree } from '../servers/free-port.mjs';
import { DataFolder } from './data-folder.mjs';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.mjs';
import { startServers } from './servers.mjs';

const DEFAULT_PORT = 8080;
const DEMO_CHOICES = ['district', 'small', 'none'];
/** Demo accounts that load the rest. */
const [IMPORTER, CLINICIAN] = ['sysadmin', 'psychiatrist'];

await runTool(async () => {
  const run = {
    started: performance.now(),
    progress: new Progress(),
    demo: demoChoice(),
    folder: new DataFolder(),
    ready: false,
  };
  run.folder.occupy();
  const stops = [() => run.folder.release()];
  const stopAsked = watchForStop().then((reason) => ({ reason, code: 0 }));
  let code;
  try {
    // Whichever comes first: a reason to stop, or a start that fails, or a server that is lost later.
    const end = await Promise.race([stopAsked, start(run, stops)]);
    // Kept now: servers that are stopped end, too.
    code = end.code;
    console.log(`\nStopping${run.ready ? '' : ' before the start was complete'} (${end.reason}) …`);
  } finally {
    for (const stop of stops.reverse()) await stop();
    console.log('Stopped. Data stay in', run.folder.path);
  }
  process.exit(code);
});

/** Ends only when one of the embedded servers does, which nobody asked for. */
async function start(run, stops) {
  const { progress, folder } = run;
  const servers = await startServers(progress, folder);
  stops.push(() => servers.stop());
  const configuration = await readSettings(servers, folder);
  const node = await progress.step('Starting the services', async (report) => {
    const { prepareNode } = await import('../../dist/apps/all-in-one/src/prepare-node.js');
    const { runNode } = await import('../../dist/apps/all-in-one/src/run-node.js');
    report('roles, tables, streams');
    const databases = await prepareNode(configuration);
    report('services');
    const started = await runNode(configuration, databases);
    stops.push(() => started.close());
    report('waiting until all answer');
    await untilReady(started.address).catch(({ message }) => {
      throw new Refusal(message);
    });
    return started;
  });
  const admin = await node.accounts.ensureAdmin(configuration.variables.XINQIAO_ADMIN_PASSWORD);
  const demoShown = await loadWhenEmpty(run, node, configuration.clock.today());
  if (demoShown) node.announceDemo({ password: DEMO_PASSWORD, accounts: DEMO_ACCOUNTS.map(shownAccount) });
  const address = node.address.replace('0.0.0.0', '127.0.0.1').replace('[::1]', 'localhost');
  folder.write('running.json', { pid: process.pid, address });
  printWelcome({ address, admin, demoShown, seconds: (performance.now() - run.started) / 1000 });
  run.ready = true;
  const lost = await servers.lost;
  const reason = `${lost} has ended by itself; its log is in ${folder.path}/logs. Nothing committed is lost: start again`;
  return { reason, code: 1 };
}

/** What the sign-in page tells of a demo account. */
function shownAccount({ username, displayName, roles: [role] }) {
  return { username, displayName, role };
}

async function readSettings(servers, folder) {
  const { EnvironmentError } = await import('../../dist/libs/tier/src/index.js');
  const { readConfiguration } = await import('../../dist/apps/all-in-one/src/environment.js');
  const host = process.env.HOST?.trim() || '127.0.0.1';
  const own = { ...servers.variables, XINQIAO_KEYS: folder.keys, PORT: String(await port(host)) };
  try {
    return readConfiguration({ ...process.env, ...own });
  } catch (error) {
    throw error instanceof EnvironmentError ? new Refusal(error.message) : error;
  }
}

/** A port that was asked for is used or refused; without one the first free from 8080 on. */
async function port(host) {
  const wanted = process.env.PORT?.trim();
  if (!wanted) return await firstFreePortFrom(DEFAULT_PORT, host);
  const number = Number(wanted);
  if (Number.isInteger(number) && number > 0 && number < 65_536 && !(await isFree(number, host))) {
    throw new Refusal(`Port ${number} on ${host} is taken. Stop what uses it, or set PORT to a free one.`);
  }
  return wanted;
}

function demoChoice() {
  const choice = process.env.XINQIAO_DEMO?.trim() || 'district';
  if (DEMO_CHOICES.includes(choice)) return choice;
  throw new Refusal(`XINQIAO_DEMO must be one of ${DEMO_CHOICES.join(', ')}.`);
}

/** An interrupted load goes on where it was: the same files again, of which what is there already changes nothing. */
async function loadWhenEmpty({ progress, folder, demo }, node, today) {
  const state = folder.read('demo.json');
  if (state?.done) return true;
  if (!state && (demo === 'none' || process.env.NODE_ENV === 'production')) return false;
  const plan = state ?? { size: demo, today };
  await node.accounts.ensureUsers(DEMO_ACCOUNTS);
  const [importer, clinician] = [IMPORTER, CLINICIAN].map(
    (username) => new ApiClient(node.address, { username, password: DEMO_PASSWORD }),
  );
  if (!state && (await importer.get('/orgs?limit=1')).items.length > 0) return true;
  folder.write('demo.json', plan);
  await progress.step('Loading the demonstration district (made-up people)', async (report) => {
    await loadDemo({ importer, clinician, ...plan, report });
  });
  folder.write('demo.json', { ...plan, done: true });
  return true;
}

function printWelcome({ address, admin, demoShown, seconds }) {
  const lines = ['', `Xinqiao 心桥 is ready: ${address}  (${seconds.toFixed(0)} s)`, `API: ${address}/api/docs`];
  if (admin.password) {
    lines.push('', `Administrator: ${admin.username} / ${admin.password}   (shown this once; write it down)`);
  } else {
    lines.push(
      '',
      `Administrator: ${admin.username} / ${admin.created ? 'the password in XINQIAO_ADMIN_PASSWORD' : 'the password set at the first start'}`,
    );
  }
  if (demoShown) {
    lines.push('', `Demo accounts, all with the password ${DEMO_PASSWORD}:`);
    for (const account of DEMO_ACCOUNTS) {
      lines.push(`  ${account.username.padEnd(14)}${account.roles[0].padEnd(20)}${account.purpose}`);
    }
  }
  lines.push('', 'Ctrl-C stops everything.');
  console.log(lines.join('\n'));
}

/** Resolves with the reason to stop: a signal, or that the program which started us is gone. A second signal ends at once. */
function watchForStop() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      let seen = false;
      process.on(signal, () => {
        if (seen) process.exit(1);
        seen = true;
        resolve(signal);
      });
    }
    if (process.env.XINQIAO_LAUNCHED || process.env.npm_lifecycle_event) void watchParent(resolve);
  });
}

async function watchParent(resolve) {
  const before = startedBy();
  while (startedBy() === before) await delay(1000, undefined, { ref: false });
  resolve('the starting program has ended');
}

/** The parent, and where the system tells, the parent's parent: npm runs us through a shell that would not notice its end. */
function startedBy() {
  if (process.platform !== 'linux') return String(process.ppid);
  try {
    return `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}
