import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SMI_INDICATORS, type SmiSubject } from '#domain';
import { caseEvent, KpiNode, orgEvent, until, visitEvent, type TestEvent } from './kpi-node.js';
import { COMMUNITIES, Dice, someSubject } from './made-up-cases.js';

jest.setTimeout(120_000);

const ALL = SMI_INDICATORS.map((entry) => entry.id);
const CELLS = `select area, month, part, numerators, denominators from smi_cell
  where exists (select from unnest(numerators || denominators) v where v <> 0) order by area, month, part`;

/** A record whose event carries the case as it left it. */
function withCase(visit: TestEvent, { message: caseAfter, recordedAt }: TestEvent): TestEvent {
  return { ...visit, recordedAt, message: { ...visit.message, caseAfter } };
}

describe('the projection', () => {
  let kpi: KpiNode;

  beforeAll(async () => {
    kpi = await KpiNode.start();
    const units = COMMUNITIES.map((code, i) =>
      orgEvent(code, { urbanRural: ['111', '220', undefined][i % 3] ?? '121' }),
    );
    await kpi.apply(units);
  });
  afterAll(() => kpi.close());

  function eventsOf(subject: SmiSubject, dice: Dice): TestEvent[] {
    const moved = dice.chance(0.3) ? dice.one(COMMUNITIES) : undefined;
    const later = caseEvent(kpi, subject, { version: 2, recordedAt: '2025-06-10T01:00:00Z' });
    const visits = subject.visits.map((visit) => visitEvent(subject, visit));
    const last = dice.chance(0.5) ? visits.pop() : undefined;
    const events = [
      caseEvent(kpi, { ...subject, status: 'registered', deathDate: null, closedOn: null, lostOn: null }),
      // A record brings the case along, or the case has an event of its own.
      last === undefined ? later : withCase(last, later),
      ...visits,
      ...subject.visits.slice(0, 2).map((visit) => visitEvent(subject, { ...visit, form: 3, adherence: 2 }, 2)),
    ];
    if (moved !== undefined)
      events.push(caseEvent(kpi, subject, { version: 3, org: moved, recordedAt: '2026-04-10T17:00:00Z' }));
    return events;
  }

  async function clear(): Promise<void> {
    await kpi.sql.query('truncate smi_subject, smi_visit, smi_membership, smi_cell');
  }

  async function cells(): Promise<unknown[]> {
    return (await kpi.sql.query(CELLS)).rows as unknown[];
  }

  it('comes to the same cells in whatever order and number events arrive, and equals a recomputation', async () => {
    const dice = new Dice(20_261_123);
    const events = Array.from({ length: 60 }, () => someSubject(dice)).flatMap((subject) => eventsOf(subject, dice));
    await kpi.apply(events);
    const inOrder = await cells();
    expect(inOrder.length).toBeGreaterThan(500);
    expect((await kpi.recompute()).differences).toEqual([]);
    for (const seed of [1, 2, 3]) {
      await clear();
      const order = new Dice(seed);
      const shuffled = order.shuffled([...events, ...events.filter(() => order.chance(0.3))]);
      while (shuffled.length > 0) await kpi.apply(shuffled.splice(0, 1 + order.below(90)));
      expect(await cells()).toEqual(inOrder);
      expect((await kpi.recompute()).differences).toEqual([]);
    }
  });

  it('finds a cell that was tampered with', async () => {
    await kpi.sql.query(
      `update smi_cell set numerators[2] = numerators[2] + 1 where area = '990101' and month = 2026 * 12 + 2 and part = 'urban'`,
    );
    expect((await kpi.recompute()).differences).toEqual([
      expect.objectContaining({ indicator: 'smi.management_rate', org: '990101000000 urban', period: '2026-03' }),
    ]);
    await kpi.sql.query(
      `update smi_cell set numerators[2] = numerators[2] - 1 where area = '990101' and month = 2026 * 12 + 2 and part = 'urban'`,
    );
    expect((await kpi.recompute()).differences).toEqual([]);
  });

  it('adds up: children and parts make the whole, numerators stay within denominators', async () => {
    for (const org of ['990101', '990101001']) {
      const [whole, children, parts] = await Promise.all(
        ['none', 'children', 'urban_rural'].map((breakdown) => kpi.values(ALL, org, '2026', { breakdown })),
      );
      for (const value of whole!) {
        const counted = !value.indicator.startsWith('smi.reported_prevalence');
        for (const split of [children!, parts!]) {
          const own = split.filter((one) => one.indicator === value.indicator);
          expect(own.length).toBeGreaterThan(1);
          expect(own.reduce((sum, one) => sum + one.numerator!, 0)).toBe(value.numerator);
          if (counted) expect(own.reduce((sum, one) => sum + one.denominator!, 0)).toBe(value.denominator);
        }
        if (counted) expect(value.numerator!).toBeLessThanOrEqual(value.denominator!);
      }
    }
  });

  it('moves the counts of a community whose class changes, and no others', async () => {
    const before = await kpi.values(ALL, '990101', '2026', { breakdown: 'urban_rural' });
    await kpi.apply([orgEvent(COMMUNITIES[2], { urbanRural: '220', version: 2 })]);
    const after = await kpi.values(ALL, '990101', '2026', { breakdown: 'urban_rural' });
    expect(after).not.toEqual(before);
    expect((await kpi.recompute()).differences).toEqual([]);
    await kpi.apply([orgEvent(COMMUNITIES[2], { urbanRural: '111', version: 1 })]);
    expect(await kpi.values(ALL, '990101', '2026', { breakdown: 'urban_rural' })).toEqual(after);
  });

  it('keeps up with the days, and back', async () => {
    for (const day of ['2026-11-24', '2026-11-30', '2026-12-01', '2027-01-02', '2027-04-15', '2026-11-23']) {
      await kpi.rollTo(day);
      expect((await kpi.recompute()).differences).toEqual([]);
      const [value] = await kpi.values(['smi.management_rate'], '990101', day.slice(0, 4));
      expect(value).toMatchObject({ asOf: day, to: day });
    }
  });

  it('goes on where an interrupted roll-over stopped', async () => {
    await kpi.sql.query(`update smi_subject set evaluated_on = '2026-11-20', next_change_on = '2026-11-21'`);
    await kpi.sql.query(
      `update smi_subject set next_change_on = '2026-12-01' where case_id in (select case_id from smi_subject order by case_id limit 20)`,
    );
    await kpi.rollTo('2026-11-23');
    const left = await kpi.sql.query('select 1 from smi_subject where next_change_on <= $1', ['2026-11-23']);
    expect(left.rowCount).toBe(0);
  });

  it('gets there through outbox, relay and stream within seconds', async () => {
    // The marks of some were forged before; a recomputation would tell.
    await clear();
    const dice = new Dice(7);
    const people = Array.from({ length: 40 }, () => someSubject(dice));
    const events = people.flatMap((subject) => eventsOf(subject, dice));
    await kpi.publish(events.slice(0, 300));
    await kpi.publish(events.slice(300));
    const wanted = people.reduce((sum, subject) => sum + subject.visits.length, 0);
    await until(async () => {
      const ids = people.map((subject) => subject.caseId);
      const { rows } = await kpi.sql.query<{ n: string }>(
        'select count(*) n from smi_visit where case_id = any($1::uuid[])',
        [ids],
      );
      return Number(rows[0]?.n) === wanted;
    });
    await until(async () => (await kpi.recompute()).differences.length === 0);
  });
});
