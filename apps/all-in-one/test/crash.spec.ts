import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { District, visitOn } from './support/district.js';
import { expectEachOnce } from './support/nothing-lost.js';
import { OwnServer } from './support/own-servers.js';
import type { RestClient } from './support/rest-client.js';

jest.setTimeout(120_000);

const WRITES = 200;
const ANSWERS_BEFORE_THE_END = 60;
const AT_ONCE = 48;

describe('killed in the middle of 200 writes', () => {
  let postgres: OwnServer;
  let district: District;
  let doctor: RestClient;
  let cases: string[];
  /** Key → id of the record, of every write that was answered with success. */
  const answered = new Map<string, string>();

  beforeAll(async () => {
    postgres = await OwnServer.postgres();
    district = await District.start({ postgres });
    doctor = await district.as('psychiatrist');
    cases = await district.importCases(WRITES);
  });
  afterAll(async () => {
    await district.remove();
    await postgres.remove();
  });

  /** One write; nothing is noted when no good answer comes. */
  async function write(key: string, caseId: string, day: string): Promise<void> {
    const asked = { key, body: visitOn(day) };
    const answer = await doctor.ask('POST', `/smi/cases/${caseId}/follow-ups`, asked).catch(() => undefined);
    if (answer?.status !== 201) return;
    const before = answered.get(key);
    if (before !== undefined) expect(answer.body.id).toBe(before);
    answered.set(key, answer.body.id);
  }

  /** Many at once, and in the middle of it the end: some are on their way then, some answered, some not sent yet. */
  async function interrupted(day: string, end: () => Promise<unknown>): Promise<string[]> {
    const keys = cases.map((id) => `${day} ${id}`);
    const already = answered.size;
    const waiting = cases.entries();
    const lanes = Array.from({ length: AT_ONCE }, async () => {
      for (const [place, id] of waiting) await write(keys[place]!, id, day);
    });
    while (answered.size < already + ANSWERS_BEFORE_THE_END) await new Promise((go) => setImmediate(go));
    await end();
    await Promise.all(lanes);
    const open = keys.filter((key) => !answered.has(key));
    expect(open.length).toBeGreaterThan(0);
    return open;
  }

  /** What a client does that got no answer: the same again under the same key. Also once too often. */
  async function repeat(day: string, open: readonly string[]): Promise<void> {
    const keys = [...open, ...[...answered.keys()].filter((key) => key.startsWith(day)).slice(0, 20)];
    await Promise.all(keys.map((key) => write(key, key.split(' ')[1]!, day)));
    expect(open.filter((key) => !answered.has(key))).toEqual([]);
  }

  it('successful-node: every write that was answered is there once after kill -9 and restart', async () => {
    const open = await interrupted('2026-10-12', () => district.node.kill());
    await district.node.launch();
    await repeat('2026-10-12', open);
    await expectEachOnce(district, answered);
  });

  it('successful-all: the same when database and bus die with it', async () => {
    const kill = () => Promise.all([district.node.kill(), postgres.kill(), district.nats.kill()]);
    const open = await interrupted('2026-11-16', kill);
    await Promise.all([postgres.restart(), district.nats.restart()]);
    await district.node.launch();
    await repeat('2026-11-16', open);
    await expectEachOnce(district, answered);
    const { items } = await doctor.get('/kpi/values?indicator=smi.management_rate&org=990101&period=2026');
    expect(items).toEqual([expect.objectContaining({ numerator: WRITES, denominator: WRITES, value: 100 })]);
  });
});
