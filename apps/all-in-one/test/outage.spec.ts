import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { District, visitOn } from './support/district.js';
import { expectEachOnce } from './support/nothing-lost.js';
import { OwnServer } from './support/own-servers.js';
import type { Answer, RestClient } from './support/rest-client.js';

jest.setTimeout(120_000);

const WRITERS = 8;
const OUTAGE_MS = 1_500;
const RECOVERY_MS = 20_000;

/** Writes one visit after the other, each again under its key until it is answered. */
class Writer {
  readonly answered = new Map<string, string>();
  readonly refusals: Answer[] = [];
  private stopped = false;
  private readonly done: Promise<void>;

  constructor(
    private readonly client: RestClient,
    private readonly caseId: string,
  ) {
    this.done = this.write();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.done;
  }

  private async write(): Promise<void> {
    for (let day = 0; !this.stopped; day += 1) {
      const visitedOn = new Date(Date.UTC(2024, 3, 1 + day)).toISOString().slice(0, 10);
      const key = `${this.caseId}-${visitedOn}`;
      for (;;) {
        const asked = { key, body: visitOn(visitedOn) };
        const answer = await this.client.ask('POST', `/smi/cases/${this.caseId}/follow-ups`, asked);
        if (answer.status === 201) {
          this.answered.set(key, answer.body.id);
          break;
        }
        this.refusals.push(answer);
        await delay(50);
      }
    }
  }
}

describe('bus and database go away and come back while people write', () => {
  let postgres: OwnServer;
  let district: District;
  let doctor: RestClient;
  let writers: Writer[];

  beforeAll(async () => {
    postgres = await OwnServer.postgres();
    district = await District.start({ postgres });
    doctor = await district.as('psychiatrist');
    await district.as('audit_admin', '');
    writers = (await district.importCases(WRITERS)).map((id) => new Writer(doctor, id));
  });
  afterAll(async () => {
    await Promise.all(writers.map((writer) => writer.stop()));
    await district.remove();
    await postgres.remove();
  });

  const writtenSoFar = (): number => writers.reduce((sum, { answered }) => sum + answered.size, 0);

  /** Everybody gets on with his work. */
  async function untilWriting(): Promise<void> {
    const before = writers.map(({ answered }) => answered.size);
    const end = Date.now() + RECOVERY_MS;
    while (!writers.every(({ answered }, i) => answered.size > before[i]! + 2)) {
      if (Date.now() > end) throw new Error(`nobody can write again\n${district.node.output.slice(-2_000)}`);
      await delay(50);
    }
  }

  async function without(server: OwnServer, look: () => Promise<void>): Promise<void> {
    await untilWriting();
    await server.kill();
    await delay(OUTAGE_MS);
    await look();
    await server.restart();
    await untilWriting();
    await district.node.until(() => district.node.isReady(), 'ready again');
  }

  async function expectUnavailable(method: string, path: string, body?: unknown): Promise<void> {
    const answer = await doctor.ask(method, path, { body });
    expect([path, answer.status, answer.body.status]).toEqual([path, 503, 503]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }

  async function look(): Promise<void> {
    await expectUnavailable('GET', '/smi/cases');
    await expectUnavailable('GET', '/tasks');
    await expectUnavailable('GET', '/persons?q=li');
    await expectUnavailable('GET', '/orgs');
    await expectUnavailable('GET', '/kpi/values?indicator=smi.management_rate&org=990101&period=2026');
    await expectUnavailable('POST', '/auth/login', { username: 'admin', password: 'Whatever-it-is-7' });
    const live = await doctor.ask('GET', '/api/health/live');
    const ready = await doctor.ask('GET', '/api/health/ready');
    expect([live.status, ready.status, ready.headers.has('retry-after')]).toEqual([200, 503, true]);
    expect(ready.body).toMatchObject({ failing: expect.arrayContaining(['identity', 'registry', 'smi', 'kpi']) });
  }

  it('successful-bus: NATS is killed and comes back', async () => {
    await without(district.nats, look);
  });

  it('successful-database: PostgreSQL is killed and comes back', async () => {
    await without(postgres, look);
  });

  it('successful-both: one is killed right after the other', async () => {
    await district.nats.kill();
    await postgres.kill();
    await delay(300);
    await district.nats.restart();
    await postgres.restart();
    await untilWriting();
  });

  it('successful-end: nobody was told anything but "later", and nothing is lost or doubled', async () => {
    await Promise.all(writers.map((writer) => writer.stop()));
    expect(district.node.isRunning).toBe(true);
    const refusals = writers.flatMap((writer) => writer.refusals);
    expect(refusals.length).toBeGreaterThan(0);
    for (const { status, headers, body } of refusals) {
      expect([status, body.code]).toEqual([503, expect.stringMatching(/^COMMON\.(UNAVAILABLE|TIMEOUT)$/)]);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(writtenSoFar()).toBeGreaterThan(WRITERS * 6);
    await expectEachOnce(district, new Map(writers.flatMap(({ answered }) => [...answered])));
  });
});
