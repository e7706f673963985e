import { addDays, daysBetween, type IsoDate } from '../kernel/iso-date.js';
import { addWorkingDays, type WorkingCalendar } from '../kernel/working-calendar.js';
import type { SmiPolicy } from './smi-policy.js';

/** The deadlines of smi.md 8 that are counted in working days. D2 has two halves: the paper's way and the county's entry. */
export type DeadlineId = 'D1' | 'D2' | 'D2-entry' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8';

/** One line of the deadline table. */
export interface Deadline {
  readonly id: DeadlineId;
  /** What the days are counted from. */
  readonly from: string;
  readonly zh: string;
  readonly workingDays: (policy: SmiPolicy) => number;
}

/** D1–D8 (smi.md 8). */
export const DEADLINES: readonly Deadline[] = [
  { id: 'D1', from: 'diagnosis confirmed', zh: '报告卡', workingDays: (p) => p.reportCardWorkingDays },
  { id: 'D2', from: 'diagnosis confirmed', zh: '纸质报告卡送达', workingDays: (p) => p.paperCardWorkingDays },
  { id: 'D2-entry', from: 'paper card received', zh: '县级录入', workingDays: (p) => p.countyEntryWorkingDays },
  { id: 'D3', from: 'discharge', zh: '出院信息单', workingDays: (p) => p.dischargeSlipWorkingDays },
  { id: 'D4', from: 'wrong card found', zh: '订正报告卡', workingDays: (p) => p.cardCorrectionWorkingDays },
  { id: 'D5', from: 'card received', zh: '县级审核', workingDays: (p) => p.countyAuditWorkingDays },
  { id: 'D6', from: 'handed over', zh: '建档', workingDays: (p) => p.fileBuildingWorkingDays },
  { id: 'D7', from: 'consent or discharge slip', zh: '首次面访', workingDays: (p) => p.firstVisitWorkingDays },
  { id: 'D8', from: 'visit', zh: '随访录入', workingDays: (p) => p.followUpEntryWorkingDays },
];

/** The last day of a deadline; due at its 24:00 (smi.md 0.3). */
export function deadlineOf(id: DeadlineId, eventOn: IsoDate, policy: SmiPolicy, calendar: WorkingCalendar): IsoDate {
  const deadline = DEADLINES.find((entry) => entry.id === id);
  if (deadline === undefined) throw new Error(`unknown deadline ${id}`);
  return addWorkingDays(eventOn, deadline.workingDays(policy), calendar);
}

/** D9: the emergency record is due 24 hours after the end of the disposal, both local `YYYY-MM-DDTHH:mm`. */
export function emergencyRecordDue(endedAt: string, policy: SmiPolicy): string {
  const [date = '', time = ''] = endedAt.split('T');
  const hours = Number(time.slice(0, 2)) + policy.emergencyRecordHours;
  return `${addDays(date, Math.floor(hours / 24))}T${String(hours % 24).padStart(2, '0')}${time.slice(2)}`;
}

/** N9: the face visit after a hospital's discharge information arrived. */
export function visitAfterDischarge(receivedOn: IsoDate, policy: SmiPolicy, calendar: WorkingCalendar): IsoDate {
  return addWorkingDays(receivedOn, policy.afterDischargeWorkingDays, calendar);
}

/** N19: the first visit to somebody who moved in. */
export function visitAfterMove(movedInOn: IsoDate, policy: SmiPolicy): IsoDate {
  return addDays(movedInOn, policy.movedInDays);
}

/** Overdue from the day after the due date on (smi.md 0.3). */
export function isOverdue(dueOn: IsoDate | null, today: IsoDate): boolean {
  return dueOn !== null && today > dueOn;
}

/** Reminders: 7, 3 and 0 days before, then daily (smi.md 0.3). */
export function isReminderDay(dueOn: IsoDate, today: IsoDate, policy: SmiPolicy): boolean {
  const left = daysBetween(today, dueOn);
  return left <= 0 || left === policy.reminderLateDays || left === policy.reminderEarlyDays;
}
