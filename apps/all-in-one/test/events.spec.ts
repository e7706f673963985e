import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMUNITY, District, OTHER_COMMUNITY, upload, visitOn } from './support/district.js';
import { EventListener } from './support/event-listener.js';
import type { Json, RestClient } from './support/rest-client.js';

describe('events for open pages', () => {
  let district: District;
  let staff: RestClient;
  let neighbour: RestClient;
  let known: Json;
  let day = 1;
  const open: EventListener[] = [];

  beforeAll(async () => {
    district = await District.start();
    staff = await district.as('street_staff', '990101001');
    neighbour = await district.as('street_staff', '990101002');
    known = await district.addCase();
    await district.untilQuiet();
  });
  afterEach(() => {
    for (const listener of open.splice(0)) listener.close();
  });
  afterAll(() => district.remove());

  async function listen(client: RestClient, lastId?: string): Promise<EventListener> {
    const listener = await EventListener.open(client, lastId);
    open.push(listener);
    await listener.next('begin');
    return listener;
  }

  async function recordVisit(): Promise<void> {
    day += 1;
    await staff.post(`/smi/cases/${known.id}/follow-ups`, visitOn(`2026-02-${String(day).padStart(2, '0')}`));
  }

  it('successful-visit: who works there hears of tasks and figures, the neighbour of nothing', async () => {
    const own = await listen(staff);
    const other = await listen(neighbour);
    const official = await listen(await district.as('district_official'));
    await recordVisit();
    expect(await own.next('tasks.changed')).toEqual({ areas: [COMMUNITY] });
    expect(await own.next('figures.changed')).toEqual({ areas: [COMMUNITY] });
    expect(await official.next('figures.changed')).toEqual({ areas: [COMMUNITY] });
    const elsewhere = await district.addCase({ org: OTHER_COMMUNITY });
    expect(await other.next('tasks.changed')).toEqual({ areas: [OTHER_COMMUNITY] });
    expect(other.heard.every(({ data }) => !data.includes(COMMUNITY))).toBe(true);
    expect(official.heard.map(({ event }) => event)).not.toContain('tasks.changed');
    for (const { data } of [...own.heard, ...other.heard]) {
      for (const secret of [known.id, known.personId, elsewhere.id]) expect(data).not.toContain(secret);
    }
  });

  it('successful-import: only whoever started it hears that it has ended', async () => {
    const own = await listen(staff);
    const other = await listen(neighbour);
    const { id } = await staff.post('/imports', undefined, { raw: upload('persons', 'preview', 'name\r\n') });
    expect(await own.next('import.finished')).toEqual({ subjectId: id });
    await recordVisit();
    await own.next('tasks.changed');
    expect(other.heard.map(({ event }) => event)).not.toContain('import.finished');
  });

  it('successful-resume: what happened while the line was down is told afterwards', async () => {
    const before = await listen(staff);
    await recordVisit();
    await before.next('figures.changed');
    const last = before.heard.at(-1)!.id;
    before.close();
    await recordVisit();
    await district.untilQuiet();
    await new Promise((go) => setTimeout(go, 500));
    const after = await listen(staff, last);
    expect(await after.next('tasks.changed')).toEqual({ areas: [COMMUNITY] });
    const stranger = await listen(staff, 'another-1');
    await stranger.next('reset');
  });

  it('failing-session: a stream ends with its session', async () => {
    const someone = await district.signIn('street_staff-990101001');
    const listener = await listen(someone);
    await someone.post('/auth/logout');
    await listener.ended;
    expect((await someone.ask('GET', '/events')).status).toBe(401);
  });

  it('failing-many: a user may keep only so many open', async () => {
    const someone = await district.as('psychiatrist');
    for (let i = 0; i < 8; i += 1) await listen(someone);
    const refused = await someone.ask('GET', '/events');
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'COMMON.RATE_LIMITED',
      '15',
    ]);
    open[0]!.close();
    await district.node.until(async () => (await someone.ask('GET', '/events')).status === 200, 'open again');
  });

  it('successful-end: neither open streams nor silent lines hold up the end of the node', async () => {
    const listener = await listen(staff);
    const { hostname, port } = new URL(district.node.address);
    const silent = connect(Number(port), hostname).on('error', () => undefined);
    await once(silent, 'connect');
    const began = performance.now();
    await district.node.stop();
    await listener.ended;
    expect(performance.now() - began).toBeLessThan(20_000);
    await district.node.launch();
  });
});
