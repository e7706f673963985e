import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ValueService, type Member } from '#contracts';
import { SMI_INDICATORS, type SmiSubject } from '#domain';
import { signInAs } from '#testing';
import { caseEvent, KpiNode, orgEvent, visitEvent } from './kpi-node.js';
import { COMMUNITIES, Dice, someSubject } from './made-up-cases.js';

jest.setTimeout(120_000);

describe('the people behind a figure', () => {
  let kpi: KpiNode;
  let people: SmiSubject[];

  beforeAll(async () => {
    kpi = await KpiNode.start();
    const dice = new Dice(42);
    people = Array.from({ length: 90 }, () => someSubject(dice));
    await kpi.apply(COMMUNITIES.map((code) => orgEvent(code, { urbanRural: '111' })));
    await kpi.apply(
      people.flatMap((one) => [caseEvent(kpi, one), ...one.visits.map((visit) => visitEvent(one, visit))]),
    );
    // Every fifth moved to the neighbouring community in April.
    const moved = people.filter((_, i) => i % 5 === 0);
    await kpi.apply(
      moved.map((one) => caseEvent(kpi, one, { version: 2, org: COMMUNITIES[1], recordedAt: '2026-04-09T16:30:00Z' })),
    );
  });
  afterAll(() => kpi.close());

  async function members(indicator: string, org: string, period: string, side: string, limit = 200): Promise<Member[]> {
    const found: Member[] = [];
    let cursor = '';
    do {
      const request = { indicator, org, period, side, limit, cursor };
      const page = await kpi.rpc.call(ValueService.method.listMembers, request, kpi.official);
      found.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    return found;
  }

  it.each(['2026', '2026-03', '2025', '2024-06', '2026-05-10..2026-08-20'])(
    'are as many as it says, for every indicator and area, in %s',
    async (period) => {
      const areas = ['990101', COMMUNITIES[1], ...(period === '2026' ? ['990101001', COMMUNITIES[0]] : [])];
      for (const org of areas) {
        const values = await kpi.values(
          SMI_INDICATORS.map((entry) => entry.id),
          org,
          period,
        );
        for (const value of values) {
          const numerator = await members(value.indicator, org, period, 'numerator');
          expect([value.indicator, org, numerator.length]).toEqual([value.indicator, org, value.numerator]);
          if (value.indicator.startsWith('smi.reported_prevalence')) continue;
          const [all, gap] = await Promise.all(
            ['denominator', 'gap'].map((side) => members(value.indicator, org, period, side)),
          );
          expect([value.indicator, org, all!.length]).toEqual([value.indicator, org, value.denominator]);
          expect(gap!.length).toBe(value.denominator! - value.numerator!);
          expect(gap!.every((member) => member.inDenominator && !member.inNumerator)).toBe(true);
          expect(all!.every((member) => member.org.startsWith(org))).toBe(true);
        }
      }
    },
  );

  it('come page by page without gaps or repeats, due follow-ups of one case included', async () => {
    for (const indicator of ['smi.management_rate', 'smi.follow_up_on_time_rate']) {
      const whole = await members(indicator, '990101', '2026', 'denominator');
      const paged = await members(indicator, '990101', '2026', 'denominator', 7);
      expect(paged).toEqual(whole);
      if (indicator === 'smi.management_rate') {
        expect(new Set(whole.map((member) => member.subjectId)).size).toBe(whole.length);
      }
    }
  });

  it('are counted where they belonged at the time', async () => {
    const before = await members('smi.reported_prevalence', COMMUNITIES[1], '2026-03', 'numerator');
    const after = await members('smi.reported_prevalence', COMMUNITIES[1], '2026-04', 'numerator');
    expect(after.length).toBeGreaterThan(before.length);
    expect((await kpi.recompute()).differences).toEqual([]);
  });

  it('carry a masked name and a reason, and the look is audited', async () => {
    const [member] = await members('smi.standard_management_rate', '990101', '2026', 'gap', 200);
    expect(member).toMatchObject({ name: '王**', subjectKind: 'smi_case' });
    expect(member!.reasons).toHaveLength(1);
    const { rows } = await kpi.sql.query<{ n: string }>(
      `select count(*) n from (select action, actor_id from audit_pending union all select action, actor_id from audit_entry) a
       where action = 'kpi.members.read' and actor_id = $1`,
      [kpi.official.caller.id],
    );
    expect(Number(rows[0]?.n)).toBeGreaterThan(0);
  });

  it('stay hidden from callers without the right or outside the area', async () => {
    const request = {
      indicator: 'smi.management_rate',
      org: '990101',
      period: '2026',
      side: 'numerator',
      limit: 10,
      cursor: '',
    };
    const bureau = signInAs(kpi.node, { roles: ['health_bureau'], scopes: ['990101'] });
    await expect(kpi.rpc.call(ValueService.method.listMembers, request, bureau)).rejects.toMatchObject({
      code: 'COMMON.FORBIDDEN',
    });
    const worker = signInAs(kpi.node, { roles: ['community_worker'], scopes: [COMMUNITIES[0]] });
    await expect(kpi.rpc.call(ValueService.method.listMembers, request, worker)).rejects.toMatchObject({
      code: 'COMMON.NOT_FOUND',
    });
    // Whoever has moved on belongs to others now: row security leaves them out of an old period's list.
    const march = { ...request, org: COMMUNITIES[0], period: '2026-03', side: 'numerator', limit: 200 };
    const seen = (await kpi.rpc.call(ValueService.method.listMembers, march, worker)).items;
    const moved = new Set(people.filter((_, i) => i % 5 === 0).map((one) => one.caseId));
    expect(seen.some((member) => moved.has(member.subjectId))).toBe(false);
    expect(seen.length).toBeGreaterThan(0);
  });

  it.each([
    [{ side: 'everybody' }, 'COMMON.VALIDATION_FAILED'],
    [{ cursor: 'x' }, 'COMMON.VALIDATION_FAILED'],
    [{ limit: 201 }, 'COMMON.VALIDATION_FAILED'],
    [{ indicator: 'smi.reported_prevalence', side: 'denominator' }, 'KPI.MEMBERS.POPULATION'],
  ])('refuses %j', async (change, code) => {
    const request = {
      indicator: 'smi.management_rate',
      org: '990101',
      period: '2026',
      side: 'gap',
      limit: 10,
      cursor: '',
    };
    const asked = kpi.rpc.call(ValueService.method.listMembers, { ...request, ...change }, kpi.official);
    await expect(asked).rejects.toMatchObject({ code });
  });
});
