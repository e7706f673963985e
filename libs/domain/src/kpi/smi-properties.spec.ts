import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fromDayNumber, toDayNumber } from '../kernel/iso-date.js';
import { monthWindow } from './period.js';
import { monthOrdinal } from './report-month.js';
import { contribute, countSlots, memberUnits } from './smi-contribution.js';
import { SMI_INDICATORS } from './smi-indicators.js';
import { foldMembership, isEmptyRow, membershipDeltas, monthCounts, type MembershipRow } from './smi-membership.js';
import { sortVisits, type SmiSubject, type SmiVisit } from './smi-subject.js';
import { FROM_THE_BEGINNING } from './smi-due.js';
import { changedFrom, nextChangeOn } from './smi-time.js';

const day = fc.integer({ min: toDayNumber('2024-01-01'), max: toDayNumber('2026-12-31') }).map(fromDayNumber);
const maybeDay = fc.option(day, { nil: null });
const code = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null });
const times = fc.constantFrom(0, 0, 0, 1);

const visit: fc.Arbitrary<SmiVisit> = fc.record({
  id: fc.uuid(),
  visitedOn: day,
  kind: fc.constantFrom('visit', 'visit', 'visit', 'attempt', 'loss'),
  complete: fc.boolean(),
  form: fc.integer({ min: 1, max: 3 }),
  contacts: fc.subarray([1, 2, 3]),
  inHospital: fc.boolean(),
  adherence: code(4),
  stability: code(3),
  minorDisturbance: times,
  publicOrder: times,
  crime: times,
  rehabilitation: fc.boolean(),
  dueOnBefore: maybeDay,
  nextDueOn: maybeDay,
});

const subject: fc.Arbitrary<SmiSubject> = fc.record({
  caseId: fc.uuid(),
  orgs: fc
    .array(fc.record({ org: fc.constantFrom('990101001001', '990101001002', '990101002001'), from: day }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((orgs) => orgs.sort((a, b) => (a.from < b.from ? -1 : 1))),
  diagnosisGroup: fc.constantFrom('01', '02', '04'),
  fileBuiltOn: day,
  status: fc.constantFrom('registered', 'registered', 'lost', 'in_hospital', 'transferred_out', 'dead', 'cancelled'),
  consents: fc
    .array(fc.record({ decision: fc.constantFrom('agreed', 'declined'), from: day }), { maxLength: 3 })
    .map((consents) => consents.sort((a, b) => (a.from < b.from ? -1 : 1))),
  article30: fc.boolean(),
  nextDueOn: maybeDay,
  deathDate: fc.oneof(fc.constant(null), maybeDay),
  lostOn: fc.oneof(fc.constant(null), maybeDay),
  closedOn: maybeDay,
  inRehabilitation: fc.boolean(),
  guardianshipGroup: fc.boolean(),
  exams: fc.array(day, { maxLength: 2 }),
  visits: fc.array(visit, { maxLength: 10 }).map(sortVisits),
});

const FIRST = monthOrdinal('2024-01-01');
const runs = { numRuns: 300 };

function sorted(rows: readonly MembershipRow[]): MembershipRow[] {
  return rows.filter((row) => !isEmptyRow(row)).sort((a, b) => (`${a.org}${a.year}` < `${b.org}${b.year}` ? -1 : 1));
}

function fold(rows: readonly MembershipRow[], state: SmiSubject, from: string, today: string): MembershipRow[] {
  return foldMembership(rows, state, Math.max(monthOrdinal(from), FIRST), today);
}

describe('contributions', () => {
  it('keep numerators within denominators, one reason each, one and the same count whichever way', () => {
    fc.assert(
      fc.property(subject, day, (state, today) => {
        const window = monthWindow(monthOrdinal(today), today)!;
        const counts = countSlots(state, window);
        contribute(state, window).forEach((part, slot) => {
          const population = SMI_INDICATORS[slot]?.denominator === 'population';
          expect(part.numerator).toBe(counts.numerators[slot]);
          expect(part.denominator).toBe(counts.denominators[slot]);
          if (!population) expect(part.numerator).toBeLessThanOrEqual(part.denominator);
          expect(part.reasons.length).toBeGreaterThan(0);
          const units = memberUnits(state, window, slot);
          expect(units.filter((unit) => unit.inNumerator)).toHaveLength(part.numerator);
        });
      }),
      runs,
    );
  });

  it('know nothing of what is dated after the window', () => {
    fc.assert(
      fc.property(subject, day, visit, (state, to, later) => {
        const window = { from: `${to.slice(0, 4)}-01-01`, to, open: false };
        // Who is away under art. 30 is held: a record without a date in force comes from the hospital then.
        const inHospital = state.article30 ? state.status !== 'registered' : later.inHospital;
        const added = { ...later, visitedOn: addDays(to, 1), dueOnBefore: null, inHospital };
        const past = state.visits.filter((one) => one.visitedOn <= to);
        const before = { ...state, nextDueOn: null, visits: past };
        const after = { ...before, visits: [...past, added] };
        expect(countSlots(after, window)).toEqual(countSlots(before, window));
      }),
      runs,
    );
  });
});

describe('the next change', () => {
  it('is never late: until then no day changes anything', () => {
    fc.assert(
      fc.property(subject, day, (state, today) => {
        const next = nextChangeOn(state, today);
        expect(next > today).toBe(true);
        const now = JSON.stringify(sorted(fold([], state, today, today)));
        for (let later = addDays(today, 1); later < next; later = addDays(later, 1)) {
          expect(JSON.stringify(sorted(fold([], state, today, later)))).toBe(now);
        }
      }),
      runs,
    );
  });
});

describe('membership', () => {
  it('folded forward by changes and days equals evaluating everything at the end', () => {
    const steps = fc.array(fc.record({ today: day, keep: fc.float({ min: 0, max: 1, noNaN: true }) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(subject, steps, day, (final, raw, end) => {
        const days = [...raw].sort((a, b) => (a.today < b.today ? -1 : 1)).filter((step) => step.today <= end);
        let rows: MembershipRow[] = [];
        let known: SmiSubject | undefined;
        let evaluated = FROM_THE_BEGINNING;
        for (const { today, keep } of [...days, { today: end, keep: 1 }]) {
          const state = { ...final, visits: final.visits.filter((_, i) => keep === 1 || (i * 7919) % 10 < keep * 10) };
          const changed = changedFrom(known, state) ?? today;
          const from = known === undefined ? FROM_THE_BEGINNING : changed < evaluated ? changed : evaluated;
          rows = fold(rows, state, from, today);
          [known, evaluated] = [state, today];
        }
        expect(sorted(rows)).toEqual(sorted(fold([], final, FROM_THE_BEGINNING, end)));
      }),
      { numRuns: 500 },
    );
  });

  it('changes cells by the difference: the sum of all differences is the last state', () => {
    fc.assert(
      fc.property(fc.array(subject, { minLength: 1, maxLength: 4 }), day, (states, today) => {
        const sums = new Map<string, number>();
        let rows: MembershipRow[] = [];
        for (const state of states) {
          const folded = fold(rows, state, FROM_THE_BEGINNING, today);
          for (const delta of membershipDeltas(rows, folded)) {
            delta.numerators.forEach((count, slot) => {
              const key = `${delta.org}/${delta.month}/${slot}`;
              sums.set(key, (sums.get(key) ?? 0) + count);
            });
          }
          rows = folded;
        }
        for (const row of rows) {
          for (let index = 0; index < 12; index += 1) {
            const { numerators } = monthCounts(row, index);
            const summed = numerators.map((_, slot) => sums.get(`${row.org}/${row.year * 12 + index}/${slot}`) ?? 0);
            expect(summed).toEqual(numerators);
          }
        }
        expect([...sums.values()].every((count) => count >= 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('fits its masks', () => {
    expect(SMI_INDICATORS.length).toBeLessThanOrEqual(31);
    expect(new Set(SMI_INDICATORS.map((entry) => entry.id)).size).toBe(SMI_INDICATORS.length);
  });
});
