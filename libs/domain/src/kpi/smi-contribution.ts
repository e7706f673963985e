import type { MeasureWindow } from './period.js';
import { dueUnits, type DueUnit } from './smi-due.js';
import { SMI_INDICATORS, type SmiIndicator } from './smi-indicators.js';
import { SMI_REASONS, type ReasonCode } from './smi-reasons.js';
import type { SmiSubject } from './smi-subject.js';
import { viewSubject, type SmiView } from './smi-view.js';

/** What one subject adds to one indicator in one window. */
export interface Contribution {
  readonly indicator: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Why: one reason for a case; for due follow-ups one each, or one why there is none. */
  readonly reasons: readonly ReasonCode[];
}

/** Numerators and denominators by slot of `SMI_INDICATORS`. */
export interface SlotCounts {
  readonly numerators: number[];
  readonly denominators: number[];
}

/** One record behind a figure: the case itself, or one of its due follow-ups. */
export interface MemberUnit {
  readonly inNumerator: boolean;
  readonly inDenominator: boolean;
  readonly reason: ReasonCode;
  readonly dueOn?: string;
}

/** What a subject adds to every indicator, with reasons: the one definition figures, lists and explanations come from. */
export function contribute(subject: SmiSubject, window: MeasureWindow): Contribution[] {
  const view = viewSubject(subject, window);
  return SMI_INDICATORS.map((entry) => {
    const units = unitsOf(entry, view);
    return {
      indicator: entry.id,
      numerator: units.filter((unit) => unit.inNumerator).length,
      denominator: entry.denominator === 'population' ? 0 : units.filter((unit) => unit.inDenominator).length,
      reasons: units.map((unit) => unit.reason),
    };
  });
}

/** The same counts without the reasons, for the projector. */
export function countSlots(subject: SmiSubject, window: MeasureWindow): SlotCounts {
  const view = viewSubject(subject, window);
  const numerators: number[] = [];
  const denominators: number[] = [];
  for (const entry of SMI_INDICATORS) {
    let [numerator, denominator] = [0, 0];
    if (entry.judge === undefined) {
      for (const unit of dueUnits(subject, window)) {
        const { side } = SMI_REASONS[unit.reason];
        if (side === 'numerator') numerator += 1;
        if (side !== 'excluded') denominator += 1;
      }
    } else {
      const { side } = SMI_REASONS[entry.judge(view)];
      numerator = side === 'numerator' ? 1 : 0;
      denominator = side === 'excluded' || entry.denominator === 'population' ? 0 : 1;
    }
    numerators.push(numerator);
    denominators.push(denominator);
  }
  return { numerators, denominators };
}

/** The records of one subject behind one indicator, excluded ones included. */
export function memberUnits(subject: SmiSubject, window: MeasureWindow, slot: number): MemberUnit[] {
  const entry = SMI_INDICATORS[slot];
  return entry === undefined ? [] : unitsOf(entry, viewSubject(subject, window));
}

function unitsOf(entry: SmiIndicator, view: SmiView): MemberUnit[] {
  if (entry.judge !== undefined) return [unit(entry.judge(view))];
  const dues = dueUnits(view.subject, view.window);
  return dues.length === 0 ? [unit(view.absence ?? 'no_due')] : dues.map(dueMember);
}

function dueMember(due: DueUnit): MemberUnit {
  return { ...unit(due.reason), dueOn: due.dueOn };
}

function unit(reason: ReasonCode): MemberUnit {
  const { side } = SMI_REASONS[reason];
  return { inNumerator: side === 'numerator', inDenominator: side !== 'excluded', reason };
}
