import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PLAIN_CALENDAR } from '../kernel/working-calendar.js';
import { SMI_ACTIONS, SMI_CHECKS } from './case.codes.js';
import { newCaseState, type CaseStatus, type SmiCaseState } from './case-state.js';
import { assessStep, type CaseStep } from './case-step.rules.js';
import { checkClosing, closeAction, dueOfAction, type OpenDuties } from './open-duties.rules.js';
import { DEFAULT_SMI_POLICY as policy } from './smi-policy.js';

const today = '2026-03-20';
const START = {
  fileBuiltOn: '2024-03-12',
  birthDate: null,
  consent: 'agreed',
  article30: false,
  nextDueOn: null,
} as const;
const caseOf = (changes: Partial<SmiCaseState>): SmiCaseState => ({
  ...newCaseState(START),
  lastVisitOn: '2026-03-02',
  nextDueOn: '2026-06-02',
  ...changes,
});
const assess = (step: CaseStep, changes: Partial<SmiCaseState> = {}) =>
  assessStep(step, { caseState: caseOf(changes), today, policy, calendar: PLAIN_CALENDAR });
const codes = ({ refusals }: { refusals: readonly { code: string; field: string }[] }) =>
  refusals.map(({ code, field }) => [code, field]);

const DISCHARGE = { kind: 'discharge', on: '2026-03-05', informedOn: '2026-03-06' } as const;
const TRANSFER = { kind: 'transfer', on: '2026-03-10' } as const;
const CANCEL = { kind: 'cancel', on: '2026-03-10' } as const;

describe('steps between the records (smi.md 2.1, 2.8, N9, N18)', () => {
  it('W19: known on 6 March, due ten working days later', () => {
    const found = assess(DISCHARGE, { status: 'in_hospital', nextDueOn: null });
    expect(found).toMatchObject({ refusals: [], nextCaseState: { status: 'registered', nextDueOn: '2026-03-20' } });
  });

  it.each([
    [{ consent: 'declined' }, null],
    [{ consent: 'declined', article30: true }, '2026-03-20'],
    [{ consent: 'declined', riskLevel: 3 }, '2026-03-20'],
    [{ consent: null }, '2026-03-20'],
  ] as const)('N15: discharged with %j, the next visit is due on %j', (changes, nextDueOn) => {
    const found = assess(DISCHARGE, { status: 'in_hospital', nextDueOn: null, ...changes });
    expect(found).toMatchObject({ refusals: [], nextCaseState: { status: 'registered', nextDueOn } });
  });

  it.each([
    ['registered', ['transfer', 'cancel']],
    ['lost', ['transfer', 'cancel']],
    ['in_hospital', ['discharge', 'transfer', 'cancel']],
    ['transferred_out', ['cancel']],
    ['dead', ['cancel']],
    ['cancelled', []],
  ] as [CaseStatus, string[]][])('from %s: %j', (status, allowed) => {
    const possible = [DISCHARGE, TRANSFER, CANCEL].filter((step) => assess(step, { status }).refusals.length === 0);
    expect(possible.map(({ kind }) => kind)).toEqual(allowed);
  });

  it.each([
    [{ riskLevel: 3 }, ['notify_police']],
    [{ stability: 1 }, ['notify_police']],
    [{ riskLevel: 2, stability: 2 }, []],
  ] as [Partial<SmiCaseState>, string[]][])('W24, N18: leaving with %j asks for %j', (changes, actions) => {
    const found = assess(TRANSFER, changes);
    expect(found.actions).toEqual(actions);
    expect(found.checks).toEqual(actions.length === 0 ? [] : [{ kind: 'report_upper_unit', dueOn: '2026-03-10' }]);
    expect(found.nextCaseState).toMatchObject({ status: 'transferred_out', nextDueOn: null });
  });

  it.each([
    [{ ...TRANSFER, on: '2026-03-21' }, 'SMI.CASE.DATE_IN_FUTURE', 'transferredOn'],
    [{ ...TRANSFER, on: '2026-03-01' }, 'SMI.CASE.STEP_BEFORE_VISIT', 'transferredOn'],
    [{ ...CANCEL, on: '2024-03-11' }, 'SMI.CASE.STEP_BEFORE_FILE', 'cancelledOn'],
    [{ ...TRANSFER, on: '2026-02-30' }, 'FIELD.DATE', 'transferredOn'],
  ] as [CaseStep, string, string][])('refuses %j', (step, code, field) => {
    expect(codes(assess(step))).toContainEqual([code, field]);
  });

  it('a cancellation may lie before visits that should never have been', () => {
    expect(assess({ ...CANCEL, on: '2025-01-01' }).refusals).toEqual([]);
  });
});

describe('the psychiatrist on art. 30 (smi.md 2.6)', () => {
  const duties: OpenDuties = {
    actions: [],
    since: null,
    checks: [{ kind: 'article30_review', dueOn: '2026-03-09' }],
  };
  const check = (changes: object) => {
    const closing = { action: 'article30_review', closedOn: '2026-03-05', outcome: 'done', ...changes };
    return checkClosing(closing, duties, { status: 'registered', today, policy }).map(({ field, code }) => [
      field,
      code,
    ]);
  };

  it.each([
    [{ article30: true }, []],
    [{ article30: false }, []],
    [{}, [['article30', 'FIELD.REQUIRED']]],
    [{ outcome: 'handed_over', handedTo: '张医生' }, []],
    [{ outcome: 'handed_over', handedTo: '张医生', article30: true }, [['article30', 'FIELD.INVALID']]],
    [{ action: 'judge_cause', article30: true }, [['article30', 'FIELD.INVALID']]],
  ])('says yes or no: %j', (changes, refusals) => {
    expect(check(changes)).toEqual(refusals);
  });
});

describe('answering what is open (smi.md 4.3)', () => {
  const context = { status: 'registered', today, policy } as const;
  const duties: OpenDuties = {
    actions: ['notify_police', 'judge_cause', 'hold'],
    since: '2026-03-02',
    checks: [{ kind: 'side_effect_check', dueOn: '2026-03-16' }],
  };
  const closing = (action: string, changes = {}) => ({ action, closedOn: '2026-03-03', outcome: 'done', ...changes });
  const check = (action: string, changes = {}) =>
    codes({ refusals: checkClosing(closing(action, changes), duties, context) });

  it('takes what is done, and what is handed over to a named one', () => {
    expect(check('notify_police')).toEqual([]);
    expect(check('side_effect_check')).toEqual([]);
    expect(check('judge_cause', { outcome: 'handed_over', handedTo: '张医生' })).toEqual([]);
  });

  it.each([
    ['notify_police', { outcome: 'handed_over' }, 'FIELD.REQUIRED'],
    ['notify_police', { outcome: 'handed_over', handedTo: ' ' }, 'FIELD.REQUIRED'],
    ['notify_police', { outcome: 'ignored' }, 'FIELD.CODE'],
    ['notify_police', { closedOn: '2026-13-01' }, 'FIELD.DATE'],
    ['notify_police', { closedOn: '2026-03-01' }, 'SMI.ACTION.CLOSED_BEFORE_OPEN'],
    ['notify_police', { closedOn: '2026-03-21' }, 'SMI.CASE.DATE_IN_FUTURE'],
    ['refer_now', {}, 'SMI.ACTION.NOT_OPEN'],
    ['hold', {}, 'SMI.ACTION.NEEDS_RECORD'],
  ])('refuses %s with %j', (action, changes, code) => {
    expect(check(action, changes).map(([found]) => found)).toEqual([code]);
  });

  it('says by when: at once, on its day, or with the next visit', () => {
    expect(dueOfAction('notify_police', duties, '2026-06-02')).toBe('2026-03-02');
    expect(dueOfAction('side_effect_check', duties, '2026-06-02')).toBe('2026-03-16');
    expect(dueOfAction('judge_cause', duties, '2026-06-02')).toBe('2026-06-02');
    expect(dueOfAction('judge_cause', duties, null)).toBe('2026-03-02');
  });

  it('takes away exactly what was answered; only the search for the lost comes back', () => {
    const kinds = [...SMI_ACTIONS, ...SMI_CHECKS].map(({ code }) => code);
    const some = fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 });
    fc.assert(
      fc.property(some, some, fc.constantFrom('lost' as const, 'registered' as const), (actions, checks, status) => {
        const open = { actions, since: '2026-03-02', checks: checks.map((kind) => ({ kind, dueOn: '2026-03-16' })) };
        const action = actions[0]!;
        const after = closeAction(closing(action), open, { ...context, status });
        expect(after.actions).toEqual(actions.slice(1));
        const again = action === 'search_lost_patient' && status === 'lost';
        expect(after.checks.map(({ kind }) => kind).sort()).toEqual(
          [...checks.filter((kind) => kind !== action), ...(again ? [action] : [])].sort(),
        );
        expect(after.since).toBe(actions.length === 1 ? null : '2026-03-02');
      }),
    );
  });
});
